using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Recognition;

/// <summary>Every destination's policies, current and announced, as one compact JWS; signed anew each hour, so that its ETag stands meanwhile.</summary>
public sealed class SignedPolicies(PolicyBook book, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock)
{
    public const string Type = "recognition-policies+jwt";

    private volatile Signed? current;

    public string Token
    {
        get
        {
            var hour = Hour(clock.GetUtcNow());
            var signed = current;
            if (signed is null || signed.Hour != hour) current = signed = new(hour, Sign(hour));
            return signed.Token;
        }
    }

    private static DateTimeOffset Hour(DateTimeOffset now) => now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerHour));

    private string Sign(DateTimeOffset hour)
    {
        var policies = book.All.Where(p => p.EffectiveUntil is null || hour < p.EffectiveUntil);
        var claims = new Claims(options.Value.Issuer, hour.ToUnixTimeSeconds(), hour.AddHours(25).ToUnixTimeSeconds(), [.. policies]);
        return SignedToken.Sign(Type, keys.TrustAnchor, JsonSerializer.SerializeToUtf8Bytes(claims, PolicyJson.Options));
    }

    private sealed record Signed(DateTimeOffset Hour, string Token);

    private sealed record Claims(string Iss, long Iat, long Exp, IReadOnlyList<RecognitionPolicy> Policies);
}
