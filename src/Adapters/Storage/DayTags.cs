using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Storage;

/// <summary>HMAC-SHA-256 with the day's secret: all that is kept of a person beside the masked pass. Without the secret they say nothing.</summary>
internal sealed class DayTags(byte[] secret)
{
    public byte[] Code(string nativeCode) => Tag("code", nativeCode);

    public byte[] Subject(string subject) => Tag("subject", subject);

    public byte[] Document(IdentityDocument document) => Tag("document", Key(document));

    /// <summary>The subject of a source that has no reference of its own: kind and number of the document.</summary>
    public byte[] SubjectOf(IdentityDocument document) => Subject(Key(document));

    /// <summary>What a pass says, so that two answers can be told apart without keeping either.</summary>
    public byte[] Says(string text) => Tag("says", text);

    /// <summary>What a change told, so that a repeated one is known without keeping it.</summary>
    public byte[] Told(string text) => Tag("told", text);

    /// <summary>The name a caller gave to a call.</summary>
    public byte[] IdempotencyKey(string key) => Tag("key", key);

    /// <summary>A secret for the region's own HMACs of the day, so that they never equal ours.</summary>
    public byte[] RegionSecret() => Tag("region", "");

    private static string Key(IdentityDocument document) => $"{document.Type.Code()}|{document.Number}";

    private byte[] Tag(string kind, string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{kind}\n{text}"));
}
