using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>Hebei: the province is asked first, and whom it does not know is asked at its cities. Cities speak through their province.</summary>
public sealed class HebeiAdapter : IRegionAdapter
{
    private const string Source = "hebei";
    private const string Authority = "130000";
    private const int MaxCodeLength = 512;

    private readonly IReadOnlyList<string> prefixes;
    private readonly HebeiSource province;
    private readonly HebeiCities cities;
    private readonly HebeiStatements statements;
    private readonly TimeProvider clock;
    private readonly ILogger logger;

    public HebeiAdapter(RegionContext context)
    {
        logger = context.Loggers.CreateLogger<HebeiAdapter>();
        clock = context.Clock;
        prefixes = context.Participant.NativeCodePrefixes;
        statements = new HebeiStatements(context.Map, logger);
        province = new HebeiSource(context.Options<HebeiSourceOptions>(), context.Connection);
        cities = new HebeiCities(context, statements);
    }

    public IReadOnlyList<NightlyFile> NightlyFiles => [cities.XingtaiFile];

    public async Task<EnquiryOutcome> AskByCodeAsync(string nativeCode, CancellationToken cancellation)
    {
        if (!IsOurs(nativeCode)) return new EnquiryOutcome.CodeUnknown();
        var answer = await province.AskAsync(nativeCode, cancellation);
        return answer.TryGet(out var record, out var fault) ? Conclude(record) : new EnquiryOutcome.SourceFailed(fault);
    }

    public async Task<EnquiryOutcome> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        var answer = await province.AskAsync(name, document, cancellation);
        if (!answer.TryGet(out var record, out var fault)) return new EnquiryOutcome.SourceFailed(fault);
        return record is HebeiRecord.PersonUnknown ? await cities.AskAsync(name, document, cancellation) : Conclude(record);
    }

    private bool IsOurs(string nativeCode) =>
        nativeCode.Length <= MaxCodeLength && prefixes.Any(p => nativeCode.Length > p.Length && nativeCode.StartsWith(p, StringComparison.Ordinal));

    private EnquiryOutcome Conclude(HebeiRecord record)
    {
        if (record is HebeiRecord.CodeUnknown) return new EnquiryOutcome.CodeUnknown();
        if (record is not HebeiRecord.Known known) return new EnquiryOutcome.NotHeld();
        if (known.Disagrees) HebeiLog.Disagreement(logger, known.Code);
        return statements.State(Source, known.Code, known.Person, clock.GetUtcNow(), known.Uuid, Authority);
    }
}
