namespace HealthBao.Hub.Telemetry;

/// <summary>The calls that tell verdicts, as metrics name them.</summary>
internal static class HubCalls
{
    public const string Verification = "verification";
    public const string NativeCode = "native-code";
    public const string Batch = "batch";
    public const string StatusQuery = "status-query";
}
