using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>Signs a statement in both renditions with a day key.</summary>
public static class PassSigner
{
    /// <summary>The longest card, in characters: QR version 22, level M, in one picture.</summary>
    public const int MaxCardLength = 927;

    /// <summary>Signs. The claims are read back by the verifier's own reader first: what does not conform is never signed.</summary>
    /// <exception cref="ArgumentException">The statement does not conform to the profile, or its card would not fit a QR.</exception>
    public static SignedPass Sign(PassStatement statement, SigningKey key) => TrySign(statement, key, out var pass) switch
    {
        PassFit.Fits => pass!,
        PassFit.TooLong => throw new ArgumentException($"The card would be longer than {MaxCardLength} characters.", nameof(statement)),
        _ => throw new ArgumentException("The statement does not conform to the profile of the pass.", nameof(statement)),
    };

    /// <summary>Signs what can be signed. A card that is too long may fit at another place of the status list; what does not conform never does.</summary>
    /// <param name="statement">What the pass says.</param>
    /// <param name="key">The day key.</param>
    /// <param name="pass">The pass; null unless the statement fits.</param>
    public static PassFit TrySign(PassStatement statement, SigningKey key, out SignedPass? pass)
    {
        pass = null;
        if (Claims(statement) is not { } claims) return PassFit.NotConformant;
        var header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes(PassHeader.Card(key.Kid)));
        var card = Base64Url.EncodeToString(Deflate(claims));
        if (header.Length + card.Length + 2 + 86 > MaxCardLength) return PassFit.TooLong;
        pass = new(SignParts(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(PassHeader.Api(key.Kid))), Base64Url.EncodeToString(claims), key), SignParts(header, card, key));
        return PassFit.Fits;
    }

    private static byte[]? Claims(PassStatement statement)
    {
        try
        {
            var claims = PassClaims.Write(statement);
            return PassReader.Read(claims, TrustSnapshot.Empty) == statement ? claims : null;
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair, or a status outside the five: it cannot even be written.
            return null;
        }
    }

    private static string SignParts(string header, string payload, SigningKey key)
    {
        var input = $"{header}.{payload}";
        Span<byte> signature = stackalloc byte[64];
        key.Sign(Encoding.ASCII.GetBytes(input), signature);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    private static byte[] Deflate(byte[] claims)
    {
        using var buffer = new MemoryStream(claims.Length);
        using (var deflate = new DeflateStream(buffer, CompressionLevel.SmallestSize)) deflate.Write(claims);
        return buffer.ToArray();
    }
}
