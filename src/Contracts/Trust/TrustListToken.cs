using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
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

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter<ParticipantState>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Signs a list with the trust anchor.</summary>
    public static string Sign(TrustList list, SigningKey anchor) =>
        SignedToken.Sign(Type, anchor, JsonSerializer.SerializeToUtf8Bytes(Claims.Of(list), Options));

    /// <summary>Reads a list signed by the pinned trust anchor.</summary>
    /// <returns>The list, or null when the token is not one, is not signed by the anchor, or names a key twice.</returns>
    public static TrustList? Read(string? token, VerificationKey anchor)
    {
        var claims = SignedToken.Verify(token, Type, kid => kid == anchor.Kid ? anchor : null, MaxBytes);
        if (claims is null) return null;
        try
        {
            return JsonSerializer.Deserialize<Claims>(claims, Options)?.ToList();
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private sealed record Claims(
        [property: JsonRequired] string Iss,
        [property: JsonRequired] long Iat,
        [property: JsonRequired] long Exp,
        [property: JsonRequired] long Sequence,
        [property: JsonRequired] IReadOnlyList<Entry> Participants)
    {
        public static Claims Of(TrustList list) => new(
            list.Issuer, list.IssuedAt.ToUnixTimeSeconds(), list.Expires.ToUnixTimeSeconds(), list.Sequence, [.. list.Participants.Select(Entry.Of)]);

        public TrustList? ToList()
        {
            var participants = Participants.Select(p => p.ToParticipant()).ToArray();
            return participants.Contains(null)
                ? null
                : new(Iss, DateTimeOffset.FromUnixTimeSeconds(Iat), DateTimeOffset.FromUnixTimeSeconds(Exp), Sequence, participants!);
        }
    }

    private sealed record Entry(
        [property: JsonRequired] string Region,
        [property: JsonRequired] Words Names,
        [property: JsonRequired] string Issuer,
        [property: JsonRequired] string Endpoint,
        [property: JsonRequired] ParticipantState State,
        [property: JsonRequired] IReadOnlyList<string> NativeCodePrefixes,
        [property: JsonRequired] IReadOnlyList<string> CityCodeSystems,
        [property: JsonRequired] IReadOnlyList<JsonElement> Keys,
        [property: JsonRequired] string StatusList,
        [property: JsonRequired] ListedConceptMap ConceptMap,
        [property: JsonRequired] string Telephone,
        [property: JsonRequired] string Contact)
    {
        public static Entry Of(ListedParticipant p) => new(
            p.Region, p.Names, p.Issuer, p.Endpoint, p.State, p.NativeCodePrefixes, p.CityCodeSystems, [.. p.Keys.Select(WriteKey)],
            p.StatusList, p.ConceptMap, p.Telephone, p.Contact);

        public ListedParticipant? ToParticipant()
        {
            var keys = Keys.Select(ListedKeyJson.Read).ToArray();
            return keys.Contains(null) || keys.DistinctBy(k => k!.Jwk.Thumbprint).Count() != keys.Length ? null : new()
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

        private static JsonElement WriteKey(ListedKey key)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(buffer)) ListedKeyJson.Write(writer, key);
            return JsonElement.Parse(buffer.WrittenSpan);
        }
    }
}
