using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HealthBao.Contracts.Jose;

/// <summary>A P-256 public key as a JWK (RFC 7517, RFC 7518 §6.2). Two keys are equal when their points are.</summary>
/// <param name="X">The x coordinate, base64url of 32 bytes.</param>
/// <param name="Y">The y coordinate, base64url of 32 bytes.</param>
public sealed record EcJwk(string X, string Y)
{
    private string? thumbprint;

    /// <summary>The RFC 7638 SHA-256 thumbprint, base64url: the key's <c>kid</c> everywhere.</summary>
    public string Thumbprint => thumbprint ??= StrictBase64Url.Encode(
        SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));

    /// <summary>The key's coordinates for the platform's cryptography.</summary>
    internal ECParameters Parameters => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = StrictBase64Url.Decode(X), Y = StrictBase64Url.Decode(Y) },
    };

    /// <summary>The public half of a key.</summary>
    public static EcJwk Of(ECDsa key)
    {
        var point = key.ExportParameters(false).Q;
        return new(StrictBase64Url.Encode(point.X), StrictBase64Url.Encode(point.Y));
    }

    /// <summary>Reads a JWK object: <c>kty</c> EC, <c>crv</c> P-256, a point on the curve, and when present <c>use</c> sig,
    /// <c>alg</c> ES256, <c>key_ops</c> with verify and a <c>kid</c> that is the thumbprint. A private key is refused.</summary>
    /// <returns>The key, or null when it is not such a key.</returns>
    public static EcJwk? Parse(JsonElement jwk)
    {
        if (jwk.ValueKind != JsonValueKind.Object || Text(jwk, "kty") != "EC" || Text(jwk, "crv") != "P-256" || jwk.TryGetProperty("d", out _)) return null;
        if (StrictBase64Url.Decode(Text(jwk, "x")) is not { Length: 32 } || StrictBase64Url.Decode(Text(jwk, "y")) is not { Length: 32 }) return null;
        var key = new EcJwk(Text(jwk, "x")!, Text(jwk, "y")!);
        return AbsentOr(jwk, "use", "sig") && AbsentOr(jwk, "alg", "ES256") && AbsentOr(jwk, "kid", key.Thumbprint) && MayVerify(jwk) && key.IsOnCurve() ? key : null;
    }

    /// <inheritdoc/>
    public bool Equals(EcJwk? other) => other is not null && X == other.X && Y == other.Y;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(X, Y);

    /// <summary>Writes the JWK with <c>kid</c>, <c>use</c> and <c>alg</c> as an object value.</summary>
    public void WriteTo(Utf8JsonWriter writer, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        writer.WriteString("kty", "EC");
        writer.WriteString("crv", "P-256");
        writer.WriteString("x", X);
        writer.WriteString("y", Y);
        writer.WriteString("kid", Thumbprint);
        writer.WriteString("use", "sig");
        writer.WriteString("alg", "ES256");
        more?.Invoke(writer);
        writer.WriteEndObject();
    }

    private bool IsOnCurve()
    {
        try
        {
            using var key = ECDsa.Create(Parameters);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static bool AbsentOr(JsonElement jwk, string name, string text) => !jwk.TryGetProperty(name, out _) || Text(jwk, name) == text;

    // RFC 7517 §4.3: what the key may be used for, when it says so.
    private static bool MayVerify(JsonElement jwk) => !jwk.TryGetProperty("key_ops", out var uses)
        || (uses.ValueKind == JsonValueKind.Array && uses.EnumerateArray().Any(u => u.ValueKind == JsonValueKind.String && u.ValueEquals("verify"u8)));

    // Names and values of a key are ASCII; whatever holds an escape, half of a surrogate pair for example, is none of ours.
    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && !value.GetRawText().Contains('\\') ? value.GetString() : null;
}
