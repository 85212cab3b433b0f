using System.Net;
using Microsoft.Extensions.Options;

namespace HealthBao.Telemetry;

/// <summary><c>GET /metrics</c>: for the operator. Whoever asks from elsewhere, or through a proxy, finds nothing at this address.</summary>
internal static class MetricsFeature
{
    private static readonly string[] Passed = ["Forwarded", "X-Forwarded-For", "X-Original-For", "X-Real-IP", "Via"];
    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    public static void MapMetrics(this WebApplication app)
    {
        var text = app.Services.GetRequiredService<MetricsText>();
        var addresses = app.Services.GetRequiredService<IOptions<TelemetryOptions>>();
        app.MapGet("/metrics", http => AnswerAsync(http, text, addresses.Value));
    }

    private static Task AnswerAsync(HttpContext http, MetricsText text, TelemetryOptions options)
    {
        if (!IsOperator(http, options))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = MetricsText.MediaType;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.Body.WriteAsync(text.Read(), http.RequestAborted).AsTask();
    }

    private static bool IsOperator(HttpContext http, TelemetryOptions options)
    {
        // A proxy on this machine has this machine's address: what it passes on is somebody else's question.
        if (Passed.Any(http.Request.Headers.ContainsKey) || http.Connection.RemoteIpAddress is not { } address) return false;
        var from = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var networks = options.MetricsAddresses.Count == 0 ? ThisMachine : options.MetricsAddresses.Select(IPNetwork.Parse);
        return networks.Any(n => n.Contains(from));
    }
}
