using System.Collections.Concurrent;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Limits;

/// <summary>How often each partner calls this node, each kind of call by itself.</summary>
internal sealed class CallRates(IOptions<LimitOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string ClientId, CallKind Kind), CallWindow> windows = new();

    public int QuotaOf(Partner partner, CallKind kind) => partner.Limits.Of(kind) ?? options.Value.Of(kind);

    public WindowState Take(Partner partner, CallKind kind) =>
        windows.GetOrAdd((partner.ClientId, kind), static (_, clock) => new(Window, clock), clock).Take(QuotaOf(partner, kind));
}
