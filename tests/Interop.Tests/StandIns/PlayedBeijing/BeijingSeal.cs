using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Sandbox.StandIns;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>Verifies the four headers as 健康宝 does: known partner, fresh timestamp, unseen nonce, right signature.</summary>
internal sealed class BeijingSeal(BeijingStandInSettings settings, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> seen = new(StringComparer.Ordinal);

    public BeijingRefusal? Check(IHeaderDictionary headers, byte[] body)
    {
        var (appId, timestamp, nonce) = (headers["appId"].ToString(), headers["timestamp"].ToString(), headers["nonce"].ToString());
        if (appId != settings.AppId) return BeijingRefusal.UnknownPartner;
        if (nonce.Length is < 16 or > 64 || !IsFresh(timestamp)) return BeijingRefusal.SessionExpired;
        var signed = $"{appId}\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Secret), Encoding.UTF8.GetBytes(signed));
        if (!SameText.Is(Convert.ToHexStringLower(mac), headers["signature"].ToString())) return BeijingRefusal.SessionExpired;
        return IsNew(nonce) ? null : BeijingRefusal.SessionExpired;
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && Math.Abs(clock.GetUtcNow().ToUnixTimeMilliseconds() - milliseconds) <= Window.TotalMilliseconds;

    // A nonce is forgotten when no fresh timestamp can carry it any more.
    private bool IsNew(string nonce)
    {
        var now = clock.GetUtcNow();
        if (seen.Count > 10_000)
            foreach (var (old, _) in seen.Where(s => s.Value < now - (2 * Window)))
                seen.TryRemove(old, out _);
        return seen.TryAdd(nonce, now);
    }
}
