using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Sandbox.Demo;

/// <summary>The made-up participant 990000 演示省: it has no people. Its day key is public, so that anybody can craft good and bad passes.</summary>
public sealed class DemoAdapter(RegionContext context) : IRegionAdapter
{
    public const string Region = "990000";

    public override string ToString() => context.Participant.Names.En;

    public Task<EnquiryOutcome> AskByCodeAsync(string nativeCode, CancellationToken cancellation) =>
        Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.CodeUnknown());

    public Task<EnquiryOutcome> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation) =>
        Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.NotHeld());
}
