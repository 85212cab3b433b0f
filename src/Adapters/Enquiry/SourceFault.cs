namespace HealthBao.Adapters.Enquiry;

/// <summary>Why a region's own system could not be asked. Never a status.</summary>
public enum SourceFault
{
    /// <summary>No connection, or it broke in the middle of the answer.</summary>
    Unreachable,

    /// <summary>No whole answer within the time-out.</summary>
    TimedOut,

    /// <summary>The source says it is overloaded (Hebei's 503), or too many calls are under way.</summary>
    Overloaded,

    /// <summary>The source answered with a fault code of its own.</summary>
    Faulted,

    /// <summary>The answer is not what the protocol says: garbage, half a document, a wrong encoding, a forbidden DTD.</summary>
    Unreadable,

    /// <summary>The answer is larger than any true answer.</summary>
    TooLarge,
}
