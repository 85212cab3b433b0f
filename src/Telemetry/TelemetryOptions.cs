using System.ComponentModel.DataAnnotations;
using System.Net;

namespace HealthBao.Telemetry;

/// <summary>What the process tells of itself, section <c>Telemetry</c>. Export by OTLP is set by OpenTelemetry's own environment variables.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Telemetry";

    /// <summary>Of how many traces that begin here one is kept: 0 none, 1 all.</summary>
    [Range(0d, 1d, ErrorMessage = "Telemetry:TraceRatio must lie between 0 and 1.")]
    public double TraceRatio { get; set; } = 0.01;

    /// <summary>The networks from which <c>GET /metrics</c> is answered, for example <c>10.1.0.0/16</c>; by default this machine only.</summary>
    public IList<string> MetricsAddresses { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var network in MetricsAddresses)
            if (!IPNetwork.TryParse(network, out _)) yield return new("Telemetry:MetricsAddresses holds something that is no network such as 10.1.0.0/16.");
    }
}
