using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>A partner's public keys: a JWKS document (RFC 7517 §5).</summary>
public static class PartnerKeySet
{
    /// <summary>The largest document read.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>The most keys in a document.</summary>
    public const int MaxKeys = 16;

    // RFC 7518 §6.2.2, §6.3.2, §6.4.1: whoever publishes one of these has given the key away.
    private static readonly string[] Secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

    /// <summary>Reads a document. Keys of kinds not used here are passed over (RFC 7517 §5); one private member, a <c>kid</c> that
    /// stands twice, more than <see cref="MaxKeys"/> keys or no usable key make the whole of it worthless.</summary>
    /// <returns>At least one key, or null.</returns>
    public static IReadOnlyList<PartnerKey>? Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length is 0 or > MaxBytes || StrictJson.Judge(json) != JsonSoundness.Sound) return null;
        if (!JsonElement.Parse(json).TryGetProperty("keys", out var listed) || listed.ValueKind != JsonValueKind.Array || listed.GetArrayLength() > MaxKeys) return null;
        if (listed.EnumerateArray().Any(k => k.ValueKind != JsonValueKind.Object || Secrets.Any(s => k.TryGetProperty(s, out _)))) return null;
        var keys = listed.EnumerateArray().Select(PartnerKey.Parse).OfType<PartnerKey>().ToArray();
        return keys.Length > 0 && keys.DistinctBy(k => k.Kid).Count() == keys.Length ? keys : null;
    }

    /// <summary>Reads a document.</summary>
    public static IReadOnlyList<PartnerKey>? Parse(string? json) => json is null ? null : Parse(Encoding.UTF8.GetBytes(json));

    /// <summary>The document of some keys.</summary>
    public static string ToJson(IEnumerable<PartnerKey> keys) => $$"""{"keys":[{{string.Join(',', keys.Select(k => k.Json))}}]}""";
}
