using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace HealthBao.Telemetry;

/// <summary>The metrics as text, read on demand (Prometheus text format 0.0.4, https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal sealed class MetricsText : BaseExporter<Metric>, IPullMetricExporter
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Lock gate = new();
    private readonly StringBuilder text = new();

    public MetricsText() => Reader = new BaseExportingMetricReader(this);

    public MetricReader Reader { get; }

    public Func<int, bool>? Collect { get; set; }

    /// <summary>All there is at this moment.</summary>
    public byte[] Read()
    {
        lock (gate)
        {
            text.Clear();
            // The reader calls Export before it returns.
            Collect?.Invoke(Timeout.Infinite);
            return Encoding.UTF8.GetBytes(text.ToString());
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch) MetricLines.Write(text, metric);
        return ExportResult.Success;
    }
}
