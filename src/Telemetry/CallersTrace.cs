using System.Diagnostics;

namespace HealthBao.Telemetry;

/// <summary>
/// What is taken from a caller's trace context (W3C Trace Context): at most <c>traceparent</c>, never <c>tracestate</c> or <c>baggage</c>,
/// which would carry a caller's words through us.
/// </summary>
/// <param name="parents">Whether the caller's trace is continued. A public service says no: its callers must not choose what it keeps.</param>
internal sealed class CallersTrace(bool parents) : DistributedContextPropagator
{
    private const string TraceParent = "traceparent";

    /// <summary>The headers that carry a trace in one way or another.</summary>
    public static IReadOnlyList<string> Headers { get; } = [TraceParent, "tracestate", "baggage", "Request-Id", "Correlation-Context"];

    public override IReadOnlyCollection<string> Fields => Headers;

    /// <summary>Lets a request tell where it belongs, and nothing else.</summary>
    public static void Carry(Activity? span, System.Net.Http.Headers.HttpRequestHeaders headers)
    {
        foreach (var name in Headers) headers.Remove(name);
        if (span is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) headers.TryAddWithoutValidation(TraceParent, id);
    }

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }) setter?.Invoke(carrier, TraceParent, id);
    }

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        (traceId, traceState) = (null, null);
        if (parents) getter?.Invoke(carrier, TraceParent, out traceId, out _);
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
