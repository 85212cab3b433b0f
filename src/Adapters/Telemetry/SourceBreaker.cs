using Polly.CircuitBreaker;

namespace HealthBao.Adapters.Telemetry;

/// <summary>The state of the circuit breaker before the region's own system.</summary>
internal sealed class SourceBreaker
{
    public CircuitBreakerStateProvider Provider { get; } = new();
}
