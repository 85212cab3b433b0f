using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Hub.Idempotency;

/// <summary>A request that its caller named, so that it can be repeated without a second effect.</summary>
/// <param name="Owner">Whose name it is, as SHA-256 in base64url: the same key of another caller names another request.</param>
/// <param name="Key">The <c>Idempotency-Key</c>, as SHA-256 in base64url with its owner. Neither is kept as it is: both are a caller's words, of anybody's before a signed word is judged.</param>
/// <param name="Digest">What tells this request from another under the same key.</param>
internal sealed record NamedWrite(string Owner, string Key, byte[] Digest)
{
    public static NamedWrite Of(string owner, string key, byte[] digest) => new(Hidden(owner), Hidden($"{owner}\n{key}"), digest);

    public static byte[] DigestOf(string target, string? contentType, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Neither may hold a line feed, so the parts stay apart.
        hash.AppendData(Encoding.UTF8.GetBytes($"{target}\n{contentType}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static string Hidden(string words) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
