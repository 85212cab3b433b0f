using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>Asks 健康宝 and says its answer in the shared terms.</summary>
public sealed class BeijingAdapter(RegionContext context) : IRegionAdapter
{
    private readonly BeijingSource source = new(context.Options<BeijingSourceOptions>(), context.Connection, context.Clock);
    private readonly StatementMapping mapping = new(context.Map, FhirSystems.Native("beijing"), context.Loggers.CreateLogger<BeijingAdapter>());

    public async Task<EnquiryOutcome> AskByCodeAsync(string nativeCode, CancellationToken cancellation)
    {
        var answer = await source.AskByCodeAsync(nativeCode, cancellation);
        if (!answer.TryGet(out var record, out var fault)) return new EnquiryOutcome.SourceFailed(fault);
        return record.Person is { } person ? State(record, person) : new EnquiryOutcome.CodeUnknown();
    }

    public async Task<EnquiryOutcome> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        var answer = await source.AskByDocumentAsync(name, document, cancellation);
        if (!answer.TryGet(out var record, out var fault)) return new EnquiryOutcome.SourceFailed(fault);
        if (record.Person is not { } person) return new EnquiryOutcome.NotHeld();
        return person.CouldBe(name, document) ? State(record, person) : new EnquiryOutcome.SourceFailed(SourceFault.Unreadable);
    }

    public Task<string?> PassOnAsync(string ticket, string about, CancellationToken cancellation) => source.PassOnAsync(ticket, about, cancellation);

    private EnquiryOutcome State(BeijingRecord record, MaskedIdentity person)
    {
        // An answer that was over before it came is yesterday's, whatever it says.
        if (record.ValidUntil <= context.Clock.GetUtcNow()) return new EnquiryOutcome.SourceLate("beijing");
        var status = mapping.StatusOf(record.Code);
        if (status == HealthStatus.NotHeld) return new EnquiryOutcome.NotHeld();
        return new EnquiryOutcome.Stated(
            new(person, mapping.System, record.Code, status, record.AsOf, record.Subject, record.Authority));
    }
}
