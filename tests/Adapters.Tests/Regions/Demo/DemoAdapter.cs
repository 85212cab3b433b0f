using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Tests.Regions.Demo;

/// <summary>A region whose source is a delegate: the test says what it answers.</summary>
public sealed class DemoAdapter(RegionContext context) : IRegionAdapter
{
    public RegionContext Context { get; } = context;

    public int Asked;

    public Func<string, Task<EnquiryOutcome>> ByCode { get; set; } = _ => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.CodeUnknown());

    public Func<PersonName, IdentityDocument, Task<EnquiryOutcome>> ByDocument { get; set; } = (_, _) => Task.FromResult<EnquiryOutcome>(new EnquiryOutcome.NotHeld());

    public Task<EnquiryOutcome> AskByCodeAsync(string nativeCode, CancellationToken cancellation)
    {
        Interlocked.Increment(ref Asked);
        return ByCode(nativeCode);
    }

    public Task<EnquiryOutcome> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        Interlocked.Increment(ref Asked);
        return ByDocument(name, document);
    }
}
