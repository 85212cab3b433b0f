using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.HealthCode.Sessions;

/// <summary>
/// A device's word that it holds its key, after RFC 9449 §4.2: method, path, time, a number used once, and the digest of the token that goes
/// with the call. A token that was copied is of no use without the key, which never leaves the device.
/// </summary>
public static class DeviceProof
{
    public const string Header = "X-HealthBao-Device-Proof";
    public const string Type = "device-proof+jwt";

    internal static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);

    private const int MaxBytes = 2048;
    private static readonly string[] Members = ["htm", "htu", "iat", "jti", "ath"];

    /// <summary>Signs a proof.</summary>
    /// <param name="key">The device's.</param>
    /// <param name="method">For example <c>POST</c>.</param>
    /// <param name="path">The path without the query and without the host: proxies have several names.</param>
    /// <param name="token">The session's token, when the call has one.</param>
    /// <param name="now">The device's instant.</param>
    public static string Sign(SigningKey key, string method, string path, string? token, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object> { ["htm"] = method, ["htu"] = path, ["iat"] = now.ToUnixTimeSeconds(), ["jti"] = RandomNumberGenerator.GetHexString(32, lowercase: true) };
        if (token is not null) claims["ath"] = DigestOf(token);
        return SignedToken.Sign(Type, key, JsonSerializer.SerializeToUtf8Bytes(claims));
    }

    /// <summary>The proof's number, or null when it proves nothing for this call.</summary>
    internal static string? Verify(string? proof, EcJwk device, string method, string path, string? token, DateTimeOffset now)
    {
        var key = new VerificationKey(device);
        if (SignedToken.Verify(proof, Type, kid => kid == key.Kid ? key : null, MaxBytes) is not { } bytes) return null;
        using var json = JsonDocument.Parse(bytes);
        var claims = json.RootElement;
        if (claims.EnumerateObject().Any(m => !Members.Contains(m.Name)) || Text(claims, "htm") != method || Text(claims, "htu") != path) return null;
        if (Text(claims, "ath") != (token is null ? null : DigestOf(token)) || Text(claims, "jti") is not { Length: >= 16 and <= 64 } number) return null;
        return claims.TryGetProperty("iat", out var iat) && iat.ValueKind == JsonValueKind.Number && iat.TryGetInt64(out var seconds)
            && Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds ? number : null;
    }

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string DigestOf(string token) => StrictBase64Url.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
