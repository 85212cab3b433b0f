namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>Events of Hebei: 1300–1309. No name, number or reference of anybody.</summary>
internal static partial class HebeiLog
{
    [LoggerMessage(1300, LogLevel.Warning, "Hebei's fxdj, hasWarm and reports disagree about one person; the strictest is stated: {Code}.")]
    public static partial void Disagreement(ILogger logger, string code);
}
