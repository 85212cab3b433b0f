namespace HealthBao.Hub.Tests;

/// <summary>A call as it reached a region's adapter.</summary>
public sealed record ReceivedCall(string Method, string Path, string? Authorization, string? Cookie)
{
    public string? ForwardedFor { get; init; }

    public string? Forwarded { get; init; }

    public string? TraceParent { get; init; }

    public string? TraceState { get; init; }

    public string? Baggage { get; init; }
}
