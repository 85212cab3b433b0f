using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>The trust list as a compact JWS, <c>typ: trust-list+jwt</c> (pass specification §3).</summary>
public static class TrustListToken
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "trust-list+jwt";

    /// <summary>The largest list a reader takes.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Signs a list with the trust anchor.</summary>
    public static string Sign(TrustList list, SigningKey anchor) =>
        SignedToken.Sign(Type, anchor, ClaimsJson.Write(ListClaims.Of(list)));

    /// <summary>Reads a list signed by the pinned trust anchor. Whether it may follow the list held before is <see cref="TrustListReader"/>'s to judge.</summary>
    /// <returns>The list, or null when the token is not one, is not signed by the anchor, or names a key, an issuer or a region twice.</returns>
    public static TrustList? Read(string? token, VerificationKey anchor) => Read(Claims(token, anchor));

    internal static TrustList? Read(byte[]? claims) => ClaimsJson.Read<ListClaims>(claims)?.ToList();

    internal static byte[]? Claims(string? token, VerificationKey anchor) => SignedToken.Verify(token, Type, kid => kid == anchor.Kid ? anchor : null, MaxBytes);

    private sealed record ListClaims(
        string Iss,
        long Iat,
        long Exp,
        long Sequence,
        IReadOnlyList<Entry> Participants)
    {
        public static ListClaims Of(TrustList list) => new(
            list.Issuer, list.IssuedAt.ToUnixTimeSeconds(), list.Expires.ToUnixTimeSeconds(), list.Sequence, [.. list.Participants.Select(Entry.Of)]);

        public TrustList? ToList()
        {
            var participants = Participants.Select(p => p?.ToParticipant()).ToArray();
            if (participants.Contains(null) || !AreUnique(participants!) || ClaimsJson.Instant(Iat) is not { } issuedAt || ClaimsJson.Instant(Exp) is not { } expires) return null;
            return new(Iss, issuedAt, expires, Sequence, participants!);
        }

        private static bool AreUnique(ListedParticipant[] participants) =>
            participants.DistinctBy(p => p.Region).Count() == participants.Length && participants.DistinctBy(p => p.Issuer).Count() == participants.Length
            && participants.SelectMany(p => p.Keys).GroupBy(k => k.Jwk.Thumbprint).All(k => k.Count() == 1);
    }

    private sealed record Entry(
        string Region,
        Words Names,
        string Issuer,
        string Endpoint,
        ParticipantState State,
        IReadOnlyList<string> NativeCodePrefixes,
        IReadOnlyList<string> CityCodeSystems,
        IReadOnlyList<JsonElement> Keys,
        string StatusList,
        ListedConceptMap ConceptMap,
        string Telephone,
        string Contact)
    {
        public static Entry Of(ListedParticipant p) => new(
            p.Region, p.Names, p.Issuer, p.Endpoint, p.State, p.NativeCodePrefixes, p.CityCodeSystems, [.. p.Keys.Select(k => ListedKeyJson.ToElement(k))],
            p.StatusList, p.ConceptMap, p.Telephone, p.Contact);

        public ListedParticipant? ToParticipant()
        {
            var keys = Keys.Select(ListedKeyJson.Read).ToArray();
            return keys.Contains(null) || NativeCodePrefixes.Any(string.IsNullOrEmpty) || CityCodeSystems.Any(string.IsNullOrEmpty) ? null : new()
            {
                Region = Region,
                Names = Names,
                Issuer = Issuer,
                Endpoint = Endpoint,
                State = State,
                NativeCodePrefixes = NativeCodePrefixes,
                CityCodeSystems = CityCodeSystems,
                Keys = keys!,
                StatusList = StatusList,
                ConceptMap = ConceptMap,
                Telephone = Telephone,
                Contact = Contact,
            };
        }
    }
}
