using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Jose;

namespace HealthBao.HealthCode.Sessions;

/// <summary>What a device holds: 256 random bits. Here only their SHA-256 is kept, and what is sealed under a key that follows from them.</summary>
internal sealed class SessionToken
{
    private const int Size = 32;
    private const string Scheme = "Bearer ";
    private readonly byte[] bytes;

    private SessionToken(byte[] bytes) => this.bytes = bytes;

    /// <summary>What the session is called inside.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static SessionToken New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>The token of <c>Authorization: Bearer …</c> (RFC 6750 §2.1), or null.</summary>
    public static SessionToken? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && StrictBase64Url.Decode(header[Scheme.Length..]) is { Length: Size } read ? new(read) : null;

    /// <summary>The key of what only this token opens; the system's secret is in it, so that neither opens anything alone.</summary>
    public byte[] KeyUnder(ReadOnlySpan<byte> lasting)
    {
        var key = new byte[Size];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, key, lasting, Encoding.ASCII.GetBytes("healthcode session"));
        return key;
    }

    /// <summary>As the device gets it, once.</summary>
    public string Reveal() => StrictBase64Url.Encode(bytes);

    public override string ToString() => "token";
}
