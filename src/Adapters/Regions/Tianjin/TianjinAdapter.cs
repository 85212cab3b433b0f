using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>Asks Tianjin's health code and says its answer in the shared terms.</summary>
public sealed partial class TianjinAdapter(RegionContext context) : IRegionAdapter
{
    private const string Authority = "120000";
    private const string AliasOfOrange = "yellow";

    private readonly TianjinSource source = new(context.Options<TianjinSourceOptions>(), context.Connection, context.Clock);
    private readonly ILogger log = context.Loggers.CreateLogger<TianjinAdapter>();
    private readonly StatementMapping mapping = new(context.Map, FhirSystems.Native("tianjin"), context.Loggers.CreateLogger<TianjinAdapter>());

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

    private EnquiryOutcome State(TianjinRecord record, MaskedIdentity person)
    {
        if (record.Colour == AliasOfOrange) LogAlias();
        var status = mapping.StatusOf(record.Colour);
        if (status == HealthStatus.NotHeld) return new EnquiryOutcome.NotHeld();
        return new EnquiryOutcome.Stated(new(person, mapping.System, record.Colour, status, record.AsOf, record.Subject, Authority));
    }

    [LoggerMessage(EnquiryEvents.TianjinAlias, LogLevel.Warning, "Tianjin stated yellow; taken as the alias of orange.")]
    private partial void LogAlias();
}
