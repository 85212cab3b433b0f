using System.Buffers;
using System.Text.Json;

namespace HealthBao.Hub.Trust;

/// <summary>What the hub publishes of its trust: the signed list and the token signer's key. Public, CORS, ETag.</summary>
internal static class TrustFeature
{
    public static void MapTrust(this IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/trust-list", (HttpContext http, TrustSource trust) =>
            PublicDocuments.WriteAsync(http, trust.Current.Token, "application/trust-list+jwt", maxAgeSeconds: 60));
        app.MapGet("/.well-known/jwks.json", (HttpContext http, HubKeys keys) =>
            PublicDocuments.WriteAsync(http, Jwks(keys), "application/json", maxAgeSeconds: 300));
    }

    private static string Jwks(HubKeys keys)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys");
            keys.TokenSigner.Jwk.WriteTo(writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
