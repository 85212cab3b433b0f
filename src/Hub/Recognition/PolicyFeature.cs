using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Trust;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Recognition;

/// <summary><c>GET /.well-known/recognition-policies</c>: every destination's policies, current and announced, signed so that a checkpoint can decide offline.</summary>
internal static class PolicyFeature
{
    public const string Type = "recognition-policies+jwt";

    public static void MapPolicies(this IEndpointRouteBuilder app) => app.MapGet("/.well-known/recognition-policies", (
        HttpContext http, PolicyBook book, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock) =>
    {
        var now = clock.GetUtcNow();
        var policies = book.All.Where(p => p.EffectiveUntil is null || now < p.EffectiveUntil);
        // Signed by the hour, so that the ETag stands meanwhile.
        var signedAt = now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerHour));
        var claims = new Claims(options.Value.Issuer, signedAt.ToUnixTimeSeconds(), signedAt.AddHours(25).ToUnixTimeSeconds(), [.. policies]);
        var token = SignedToken.Sign(Type, keys.TrustAnchor, JsonSerializer.SerializeToUtf8Bytes(claims, PolicyJson.Options));
        return PublicDocuments.WriteAsync(http, token, "application/" + Type, maxAgeSeconds: 300);
    });

    private sealed record Claims(string Iss, long Iat, long Exp, IReadOnlyList<RecognitionPolicy> Policies);
}
