using System.Buffers;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;

namespace HealthBao.Contracts.Trust;

/// <summary>
/// A region's request to join, <c>typ: participant-request+jwt</c>, signed by the very enrolment key it asks to register: the proof of
/// possession. It counts for nothing until the hub's operator approves it.
/// </summary>
/// <param name="Participant">What the region says of itself.</param>
/// <param name="Map">Its concept map.</param>
/// <param name="MapJson">The concept map's bytes.</param>
/// <param name="EnrolmentKey">The key to register.</param>
/// <param name="AdapterAddress">The adapter's private address, kept in the hub's register only.</param>
public sealed record ParticipantRequest(Participant Participant, ConceptMap Map, string MapJson, EcJwk EnrolmentKey, Uri AdapterAddress)
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "participant-request+jwt";

    /// <summary>The largest request accepted.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Signs a request.</summary>
    public static string Sign(Participant participant, string mapJson, Uri adapterAddress, SigningKey enrolmentKey, DateTimeOffset now) =>
        SignedToken.Sign(Type, enrolmentKey, ClaimsJson.Write(new Claims(
            participant.Issuer, now.ToUnixTimeSeconds(), (now + ShortLived.Life).ToUnixTimeSeconds(), JsonElement.Parse(participant.ToJson()), mapJson,
            JwkElement(enrolmentKey.Jwk), adapterAddress.ToString())));

    /// <summary>Verifies a request: signed by the key inside, alive now, participant and map well-formed.</summary>
    /// <returns>The request, or null and what is wrong with it.</returns>
    public static ParticipantRequest? Verify(string? token, DateTimeOffset now, out string? fault)
    {
        fault = null;
        var claimed = ClaimsJson.Read<Claims>(SignedToken.ReadUnverified(token, MaxBytes, maxDepth: 32));
        if (claimed is null) return Refuse("the token is not a participant request", out fault);
        if (EcJwk.Parse(claimed.EnrolmentKey) is not { } jwk) return Refuse("enrolmentKey is not a P-256 key", out fault);
        var key = new VerificationKey(jwk);
        if (SignedToken.Verify(token, Type, kid => kid == key.Kid ? key : null, MaxBytes, maxDepth: 32) is null)
            return Refuse("the token is not signed by enrolmentKey", out fault);
        if (!ShortLived.IsAlive(claimed.Iat, claimed.Exp, now)) return Refuse("the token is not valid now or lives longer than 10 minutes", out fault);
        return Read(claimed, jwk, out fault);
    }

    private static ParticipantRequest? Read(Claims claims, EcJwk key, out string? fault)
    {
        try
        {
            var participant = Participant.Parse(JsonSerializer.SerializeToUtf8Bytes(claims.Participant));
            var map = ConceptMap.Parse(Encoding.UTF8.GetBytes(claims.ConceptMap));
            if (participant.Issuer != claims.Iss) return Refuse("iss is not the participant's issuer", out fault);
            if (!Uri.TryCreate(claims.AdapterAddress, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                return Refuse("adapterAddress is not an absolute http(s) address", out fault);
            fault = null;
            return new(participant, map, claims.ConceptMap, key, address);
        }
        catch (FormatException e)
        {
            return Refuse(e.Message, out fault);
        }
    }

    private static ParticipantRequest? Refuse(string why, out string? fault)
    {
        fault = why;
        return null;
    }

    internal static JsonElement JwkElement(EcJwk key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer)) key.WriteTo(writer);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private sealed record Claims(string Iss, long Iat, long Exp, JsonElement Participant, string ConceptMap, JsonElement EnrolmentKey, string AdapterAddress);
}
