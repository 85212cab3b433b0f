namespace HealthBao.Adapters.Enquiry;

/// <summary>How an enquiry at a region's own system ended. Closed: the five cases below.</summary>
public abstract record EnquiryOutcome
{
    private EnquiryOutcome()
    {
    }

    /// <summary>The source stated a status. A pass can be made of it.</summary>
    public sealed record Stated(NativeStatement Statement) : EnquiryOutcome;

    /// <summary>Nothing is known of the person, or the name is not the document's: both are told alike.</summary>
    public sealed record NotHeld : EnquiryOutcome;

    /// <summary>The source does not know this code content (made up, or its two minutes are over).</summary>
    public sealed record CodeUnknown : EnquiryOutcome;

    /// <summary>Today's file of a source is not there or was rejected: <c>cannot-confirm</c>, reason <c>source-late</c>.</summary>
    public sealed record SourceLate(string Source) : EnquiryOutcome;

    /// <summary>The source failed; no status is invented.</summary>
    public sealed record SourceFailed(SourceFault Fault) : EnquiryOutcome;
}
