using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>When a token that asks the hub to do something counts: it lives ten minutes at most, and the sender's clock may be a minute ahead.</summary>
internal static class ShortLived
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan MaxLife = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(60);

    public static bool IsAlive(long iat, long exp, DateTimeOffset now) =>
        ClaimsJson.Instant(iat) is { } from && ClaimsJson.Instant(exp) is { } until && from <= now + Ahead && now < until && until - from <= MaxLife;

    public static bool IsId(string jti) => jti.Length is > 0 and <= 64;

    public static string NewId() => Guid.NewGuid().ToString("N");
}
