using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Calls;

/// <summary>Says whether a call is the hub's own: signed, for this region, this path and this body, and the first of its id.</summary>
internal sealed class HubCalls(RegionFolder region, HubCallKey key, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private readonly SeenOnce seen = new(clock);

    public HubCall? Accept(HttpContext http, ReadOnlySpan<byte> body)
    {
        var header = http.Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || key.Current is not { } hub) return null;
        var target = $"{http.Request.Method} {http.Request.Path}";
        var call = HubCall.Verify(text[Scheme.Length..], region.Participant.Issuer, target, body, hub, clock.GetUtcNow());
        return call is not null && seen.First(call.Id, call.Expires) ? call : null;
    }
}
