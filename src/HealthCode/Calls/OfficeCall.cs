using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.HealthCode.Calls;

/// <summary>
/// How an office signs its calls: lower-case hexadecimal HMAC-SHA-256 over <c>timestamp\nnonce\nMETHOD path\nsha256hex(body)</c> under the
/// office's own secret; the path with its query. The adapters take calls of a region's own system in the same form.
/// </summary>
public static class OfficeCall
{
    /// <summary>Who calls, for example <c>110000/CDC</c>.</summary>
    public const string OfficeHeader = "X-HealthBao-Office";

    /// <summary>Seconds since 1970; at most 60 s from this system's clock.</summary>
    public const string TimestampHeader = "X-HealthBao-Timestamp";

    /// <summary>16 … 64 characters, never the same twice.</summary>
    public const string NonceHeader = "X-HealthBao-Nonce";

    /// <summary>Lower-case hexadecimal SHA-256 of the whole body.</summary>
    public const string BodyHeader = "X-HealthBao-Content-SHA256";

    public const string SignatureHeader = "X-HealthBao-Signature";

    /// <summary>The five headers of a call whose body has this SHA-256.</summary>
    public static IReadOnlyDictionary<string, string> Sign(string office, string secret, HttpMethod method, string path, string sha256, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return new Dictionary<string, string>
        {
            [OfficeHeader] = office,
            [TimestampHeader] = timestamp,
            [NonceHeader] = nonce,
            [BodyHeader] = sha256,
            [SignatureHeader] = Signature(secret, timestamp, nonce, method.Method, path, sha256),
        };
    }

    /// <summary>Signs a request whose content is set.</summary>
    public static async Task SignAsync(HttpRequestMessage request, string office, string secret, DateTimeOffset now)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        var path = request.RequestUri is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : request.RequestUri!.OriginalString;
        foreach (var (name, value) in Sign(office, secret, request.Method, path, Convert.ToHexStringLower(SHA256.HashData(body)), now)) request.Headers.Add(name, value);
    }

    internal static string Signature(string secret, string timestamp, string nonce, string method, string path, string sha256) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{nonce}\n{method} {path}\n{sha256}")));
}
