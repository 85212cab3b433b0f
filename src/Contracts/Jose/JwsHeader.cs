using System.Text.Json;

namespace HealthBao.Contracts.Jose;

/// <summary>
/// A JWS header of which every member is known: <c>alg</c>, <c>kid</c>, and <c>typ</c> or <c>zip</c>. A header with any other
/// member (<c>crit</c>, <c>jwk</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>, <c>b64</c> …) is not read at all.
/// </summary>
/// <param name="Algorithm">The <c>alg</c> as written.</param>
/// <param name="Kid">The <c>kid</c>.</param>
/// <param name="Type">The <c>typ</c>, or null.</param>
/// <param name="Zip">The <c>zip</c>, or null.</param>
public sealed record JwsHeader(string Algorithm, string Kid, string? Type, string? Zip)
{
    /// <summary>The only algorithm of the shared standard (RFC 7518 §3.4).</summary>
    public const string Es256 = "ES256";

    /// <summary>The largest header accepted, in bytes after decoding.</summary>
    public const int MaxBytes = 512;

    /// <summary>Decodes and reads a header strictly.</summary>
    /// <returns>The header, or null when it is not one.</returns>
    public static JwsHeader? Read(ReadOnlySpan<byte> base64Url)
    {
        Span<byte> json = stackalloc byte[MaxBytes];
        return StrictBase64Url.TryDecode(base64Url, json, out var length) && StrictJson.Judge(json[..length]) == JsonSoundness.Sound
            ? ReadMembers(json[..length])
            : null;
    }

    private static JwsHeader? ReadMembers(ReadOnlySpan<byte> json)
    {
        string? algorithm = null, kid = null, type = null, zip = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read() || reader.TokenType != JsonTokenType.String || reader.GetString() is not { Length: > 0 } value) return null;
            switch (name)
            {
                case "alg": algorithm = value; break;
                case "kid": kid = value; break;
                case "typ": type = value; break;
                case "zip": zip = value; break;
                default: return null;
            }
        }

        return algorithm is null || kid is null ? null : new(algorithm, kid, type, zip);
    }
}
