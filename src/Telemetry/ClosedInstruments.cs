using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace HealthBao.Telemetry;

/// <summary>
/// Which instruments are read, and with which tags. Instruments of another service in the same process (the sandbox has several) are
/// told apart by the factory that made them.
/// </summary>
internal sealed class ClosedInstruments(IMeterFactory own, string name)
{
    private const int MostSeries = 4096;

    private static readonly string[] Platform =
    [
        "http.server.request.duration", "kestrel.active_connections", "kestrel.rejected_connections",
        "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.collections", "dotnet.gc.pause.time",
        "dotnet.thread_pool.queue.length", "dotnet.thread_pool.thread.count",
    ];

    public static IEnumerable<string> Meters => ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public MetricStreamConfiguration? View(Instrument instrument)
    {
        var ours = instrument.Meter.Scope is null ? instrument.Meter.Name != name : ReferenceEquals(instrument.Meter.Scope, own);
        if (!ours || (instrument.Meter.Name != name && !Platform.Contains(instrument.Name))) return MetricStreamConfiguration.Drop;
        return new MetricStreamConfiguration { TagKeys = [.. Tags.All], CardinalityLimit = MostSeries };
    }
}
