using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Recognition;

/// <summary>Every destination's policies, current and announced, as one compact JWS; signed anew each hour and whenever one was approved or withdrawn; its ETag stands meanwhile.</summary>
public sealed class SignedPolicies(TrustSource trust, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock)
{
    public const string Type = "recognition-policies+jwt";

    private volatile Signed? current;

    public string Token
    {
        get
        {
            var hour = Hour(clock.GetUtcNow());
            var book = trust.Current.Policies;
            var names = string.Join(' ', book.All.Select(p => p.Name));
            var signed = current;
            if (signed is null || signed.Hour != hour || signed.Names != names) current = signed = new(hour, names, Sign(book, hour));
            return signed.Token;
        }
    }

    private static DateTimeOffset Hour(DateTimeOffset now) => now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerHour));

    private string Sign(PolicyBook book, DateTimeOffset hour)
    {
        var policies = book.All.Where(p => p.EffectiveUntil is null || hour < p.EffectiveUntil);
        var issuedAt = book.DecidedAt > hour ? book.DecidedAt : hour;
        var claims = new Claims(options.Value.Issuer, issuedAt.ToUnixTimeSeconds(), hour.AddHours(25).ToUnixTimeSeconds(), [.. policies]);
        return SignedToken.Sign(Type, keys.TrustAnchor, JsonSerializer.SerializeToUtf8Bytes(claims, PolicyJson.Options));
    }

    private sealed record Signed(DateTimeOffset Hour, string Names, string Token);

    private sealed record Claims(string Iss, long Iat, long Exp, IReadOnlyList<RecognitionPolicy> Policies);
}
