namespace HealthBao.Interop.Tests.Privacy;

/// <summary>How a region's own system answers badly when it is asked about a certain person.</summary>
internal enum Mishap
{
    /// <summary>HTTP 500 with the person's name and number in its body and its headers.</summary>
    NamesThePersonInAFault,

    /// <summary>HTTP 200 with something unreadable that holds the name and number.</summary>
    NamesThePersonInGarbage,

    /// <summary>HTTP 503 that names the person.</summary>
    Overloaded,

    /// <summary>No answer.</summary>
    Silent,

    /// <summary>The connection breaks in the middle of an answer that holds the name and number.</summary>
    BreaksOff,
}
