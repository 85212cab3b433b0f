using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Storage;

namespace HealthBao.Adapters.Issuing;

/// <summary>What came of asking for a pass. Closed: two cases.</summary>
internal abstract record IssueResult
{
    private IssueResult()
    {
    }

    /// <summary>A pass, recorded before it is handed out.</summary>
    public sealed record Issued(IssuedPass Pass) : IssueResult;

    /// <summary>No pass, and why.</summary>
    public sealed record NoPass(EnquiryOutcome Why) : IssueResult;
}
