using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Trust;

/// <summary>A trust list compiled for verification: immutable, replaced whole.</summary>
public sealed class TrustSnapshot
{
    private readonly FrozenDictionary<string, TrustedIssuer> byIssuer;
    private readonly FrozenDictionary<string, TrustedIssuer> byRegion;
    private readonly FrozenDictionary<byte[], (string Kid, bool IsCard)> headers;
    private readonly FrozenDictionary<byte[], (string Kid, bool IsCard)>.AlternateLookup<ReadOnlySpan<byte>> headerLookup;

    private readonly FrozenDictionary<byte[], string>.AlternateLookup<ReadOnlySpan<byte>> texts;

    private TrustSnapshot(TrustList list, IReadOnlyCollection<TrustedIssuer> issuers)
    {
        List = list;
        byIssuer = issuers.ToFrozenDictionary(i => i.Listed.Issuer, StringComparer.Ordinal);
        byRegion = issuers.ToFrozenDictionary(i => i.Listed.Region, StringComparer.Ordinal);
        headers = issuers.SelectMany(i => i.Keys).Select(k => k.Key.Kid).Distinct().SelectMany(Headers).ToFrozenDictionary(h => h.Text, h => (h.Kid, h.IsCard), ByteSpanComparer.Instance);
        headerLookup = headers.GetAlternateLookup<ReadOnlySpan<byte>>();
        texts = issuers.SelectMany(i => i.Texts).Distinct(StringComparer.Ordinal)
            .ToFrozenDictionary(t => Encoding.UTF8.GetBytes(t), ByteSpanComparer.Instance).GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>A snapshot that trusts nobody.</summary>
    public static TrustSnapshot Empty { get; } = new(new("", default, default, 0, []), []);

    /// <summary>The list it was made of.</summary>
    public TrustList List { get; }

    /// <summary>All issuers.</summary>
    public IEnumerable<TrustedIssuer> Issuers => byIssuer.Values;

    /// <summary>Compiles a list. Keys that the previous snapshot held already are taken over, since making one is dear.</summary>
    /// <param name="list">The list.</param>
    /// <param name="maps">Concept maps by region; one whose digest the list does not name is left out.</param>
    /// <param name="previous">The snapshot that this one replaces.</param>
    public static TrustSnapshot Compile(TrustList list, IReadOnlyDictionary<string, ConceptMap> maps, TrustSnapshot? previous = null)
    {
        var held = (previous ?? Empty).Issuers.SelectMany(i => i.Keys).DistinctBy(k => k.Key.Kid).ToDictionary(k => k.Key.Kid, k => k.Key);
        return new(list, [.. list.Participants.Select(p => Issuer(p, maps, held))]);
    }

    /// <summary>The issuer of an <c>iss</c>, or null.</summary>
    public TrustedIssuer? Find(string issuer) => byIssuer.GetValueOrDefault(issuer);

    /// <summary>The issuer of a region, or null.</summary>
    public TrustedIssuer? FindRegion(string region) => byRegion.GetValueOrDefault(region);

    /// <summary>The region whose own QR content this is, by its published prefix, or null.</summary>
    public TrustedIssuer? FindByNativeCode(string content) => byIssuer.Values.FirstOrDefault(
        i => i.Listed.NativeCodePrefixes.Any(p => content.StartsWith(p, StringComparison.Ordinal)));

    /// <summary>The <c>kid</c> of a header that is written as the standard writes it with a listed key; null for any other header.</summary>
    internal string? FindHeader(ReadOnlySpan<byte> base64Url, out bool isCard)
    {
        var found = headerLookup.TryGetValue(base64Url, out var header);
        isCard = header.IsCard;
        return found ? header.Kid : null;
    }

    /// <summary>A text from UTF-8: the very one that the trust list or a concept map holds already, or else a new one.</summary>
    internal string TextOf(ReadOnlySpan<byte> utf8) => texts.TryGetValue(utf8, out var text) ? text : Encoding.UTF8.GetString(utf8);

    private static TrustedIssuer Issuer(ListedParticipant listed, IReadOnlyDictionary<string, ConceptMap> maps, Dictionary<string, VerificationKey> held)
    {
        var map = maps.GetValueOrDefault(listed.Region);
        var keys = listed.Keys.Where(k => !k.IsSuspended).Select(k => new TrustedKey(held.GetValueOrDefault(k.Jwk.Thumbprint) ?? new VerificationKey(k.Jwk), k.NotBefore, k.Expires));
        return new(listed, map?.Sha256 == listed.ConceptMap.Sha256 ? map : null, keys);
    }

    private static IEnumerable<(byte[] Text, string Kid, bool IsCard)> Headers(string kid) =>
        [(Text(PassHeader.Api(kid)), kid, false), (Text(PassHeader.Card(kid)), kid, true)];

    private static byte[] Text(string header) => Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Encoding.ASCII.GetBytes(header)));
}
