using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>
/// How a region's own system signs its calls: lower-case hexadecimal HMAC-SHA-256 over <c>timestamp\nnonce\nMETHOD path\nsha256hex(body)</c>.
/// The path stands with its query, if there is one.
/// </summary>
public static class NativeSystemCall
{
    /// <summary>Seconds since 1970; at most 60 s from the adapter's clock.</summary>
    public const string TimestampHeader = "X-HealthBao-Timestamp";

    /// <summary>16 … 64 characters, never the same twice.</summary>
    public const string NonceHeader = "X-HealthBao-Nonce";

    /// <summary>Lower-case hexadecimal SHA-256 of the whole body.</summary>
    public const string BodyHeader = "X-HealthBao-Content-SHA256";

    public const string SignatureHeader = "X-HealthBao-Signature";

    /// <summary>The four headers of a call.</summary>
    /// <param name="secret">The shared secret, used as UTF-8.</param>
    /// <param name="method">For example <c>POST</c>.</param>
    /// <param name="path">With its query, for example <c>/v1/changes</c> or <c>/v1/changes/records?limit=10</c>.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="now">The caller's instant.</param>
    public static IReadOnlyDictionary<string, string> Sign(string secret, HttpMethod method, string path, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        SignHash(secret, method, path, Convert.ToHexStringLower(SHA256.HashData(body)), now);

    /// <summary>The same for a body that is too large to hold, by its SHA-256.</summary>
    public static IReadOnlyDictionary<string, string> SignHash(string secret, HttpMethod method, string path, string sha256, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new Dictionary<string, string>
        {
            [TimestampHeader] = timestamp,
            [NonceHeader] = nonce,
            [BodyHeader] = sha256,
            [SignatureHeader] = Signature(secret, timestamp, nonce, method.Method, path, sha256),
        };
    }

    /// <summary>Signs a request whose content is set.</summary>
    public static async Task SignAsync(HttpRequestMessage request, string secret, DateTimeOffset now)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var path = request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : request.RequestUri!.OriginalString;
        foreach (var (name, value) in Sign(secret, request.Method, path, body, now)) request.Headers.Add(name, value);
    }

    internal static string Signature(string secret, string timestamp, string nonce, string method, string path, string sha256) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n{method} {path}\n{sha256}")));
}
