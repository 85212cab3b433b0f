using System.Text.Json;
using System.Text.Json.Serialization;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Regions;

/// <summary>What a region says of itself when it joins: the region folder's <c>participant.json</c>.</summary>
public sealed record Participant
{
    /// <summary>The region's six-digit code.</summary>
    [JsonRequired] public required string Region { get; init; }

    /// <summary>The names people read.</summary>
    [JsonRequired] public required Words Names { get; init; }

    /// <summary>The issuer identity, an https address that is never fetched.</summary>
    [JsonRequired] public required string Issuer { get; init; }

    /// <summary>Names of the native code systems of the region itself, for example <c>hebei</c>.</summary>
    [JsonRequired] public required IReadOnlyList<string> CodeSystems { get; init; }

    /// <summary>Names of the native code systems of its cities; a code of these has city scope.</summary>
    public IReadOnlyList<string> CityCodeSystems { get; init; } = [];

    /// <summary>What the content of the region's own QR begins with; tells a scanner whose code it is.</summary>
    [JsonRequired] public required IReadOnlyList<string> NativeCodePrefixes { get; init; }

    /// <summary>Whom people call, with the area code, for example <c>010-12345</c>.</summary>
    [JsonRequired] public required string Telephone { get; init; }

    /// <summary>The operator's address for other participants.</summary>
    [JsonRequired] public required string Contact { get; init; }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a <c>participant.json</c>.</summary>
    /// <exception cref="FormatException">It is not one; the message names the place.</exception>
    public static Participant Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var participant = JsonSerializer.Deserialize<Participant>(json, Strict) ?? throw new FormatException("It is null.");
            _ = RegionCode.Parse(participant.Region);
            if (participant.CodeSystems.Concat(participant.CityCodeSystems).Concat(participant.NativeCodePrefixes).Any(string.IsNullOrEmpty))
                throw new FormatException("Not a participant: a code system or prefix is empty.");
            return participant;
        }
        catch (JsonException e)
        {
            throw new FormatException($"Not a participant: {e.Message}", e);
        }
    }

    /// <summary>The same as JSON, minified.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Strict);
}
