using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Native;

/// <summary>Verifies the four headers of the native interface: known partner, fresh timestamp, unseen nonce, right signature.</summary>
internal sealed class PartnerSeal(IOptions<PartnerOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private readonly SeenOnce seen = new(clock);

    public NativeRefusal? Check(IHeaderDictionary headers, byte[] body)
    {
        var (appId, timestamp, nonce) = (headers["appId"].ToString(), headers["timestamp"].ToString(), headers["nonce"].ToString());
        if (options.Value.Secret is not { } secret || appId != options.Value.AppId) return NativeRefusal.UnknownPartner;
        if (nonce.Length is < 16 or > 64 || !IsFresh(timestamp)) return NativeRefusal.SessionExpired;
        var signed = $"{appId}\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)));
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(mac), Encoding.UTF8.GetBytes(headers["signature"].ToString()))) return NativeRefusal.SessionExpired;
        return seen.First(nonce, clock.GetUtcNow() + (2 * Window)) ? null : NativeRefusal.SessionExpired;
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && Math.Abs((decimal)clock.GetUtcNow().ToUnixTimeMilliseconds() - milliseconds) <= (decimal)Window.TotalMilliseconds;
}
