using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>The four headers of 健康宝's partner interface: <c>appId, timestamp, nonce, signature</c>.</summary>
/// <param name="AppId">The partner's name.</param>
/// <param name="Timestamp">Milliseconds since 1970 in UTC, decimal.</param>
/// <param name="Nonce">32 hexadecimal digits that are used once.</param>
/// <param name="Signature">Lower-case hexadecimal HMAC-SHA256 over the other three and the body's digest, one a line.</param>
public sealed record BeijingSignature(string AppId, string Timestamp, string Nonce, string Signature)
{
    /// <summary>Signs a body with a nonce of its own.</summary>
    public static BeijingSignature Sign(BeijingSourceOptions options, byte[] body, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var signed = $"{options.AppId}\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Secret), Encoding.UTF8.GetBytes(signed));
        return new(options.AppId, timestamp, nonce, Convert.ToHexStringLower(mac));
    }

    /// <summary>Puts the four headers on a request.</summary>
    public void Write(HttpRequestMessage request)
    {
        request.Headers.Add("appId", AppId);
        request.Headers.Add("timestamp", Timestamp);
        request.Headers.Add("nonce", Nonce);
        request.Headers.Add("signature", Signature);
    }
}
