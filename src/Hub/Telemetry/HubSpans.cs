using System.Diagnostics;

namespace HealthBao.Hub.Telemetry;

/// <summary>Spans of the hub's own, beside those of the server.</summary>
internal static class HubSpans
{
    public static ActivitySource Source { get; } = new(HubMeters.Name);
}
