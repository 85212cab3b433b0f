using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>Tokens with one defect each, up to the signature.</summary>
internal static class InvalidVectors
{
    private static readonly string Good = DeterministicToken.Api(Forged.Claims);
    private static readonly string[] Parts = Good.Split('.');
    private static readonly byte[] Deflated = DeterministicToken.Deflate(Encoding.UTF8.GetBytes(Forged.Claims));

    public static IEnumerable<VectorCase> All() => [.. TooLarge(), .. Malformed(), .. Headers(), .. Untrusted(), .. InvalidClaimVectors.All()];

    private static IEnumerable<VectorCase> TooLarge() =>
    [
        new("too-large-token", PassRejection.TooLarge, "4,097 bytes.", Good + new string('A', 4097 - Good.Length)),
        new("too-large-inflated", PassRejection.TooLarge, "A deflate bomb: 2 MB of zeros in 2 kB.", DeterministicToken.Card(DeterministicToken.Deflate(new byte[2_000_000]))),
        new("too-large-inflated-by-one-byte", PassRejection.TooLarge, "Sound claims padded with white space to 16,385 bytes.",
            DeterministicToken.Card("{" + new string(' ', 16_385 - Encoding.UTF8.GetByteCount(Forged.Claims)) + Forged.Claims[1..])),
        new("too-large-depth", PassRejection.TooLarge, "Seventeen levels.", DeterministicToken.Api(Forged.Claims[..^1] + $",\"x\":{new string('[', 16)}{new string(']', 16)}}}")),
    ];

    private static IEnumerable<VectorCase> Malformed() =>
    [
        Bad("payment-code", "Another code held up by mistake.", "https://pay.example/q/281474976710655"),
        Bad("two-parts", "Two parts.", $"{Parts[0]}.{Parts[1]}"),
        Bad("four-parts", "Four parts.", Good + "." + Parts[2]),
        Bad("empty-signature", "An empty signature.", $"{Parts[0]}.{Parts[1]}."),
        Bad("padding", "Padding after the signature.", Good + "=="),
        Bad("white-space", "A line break after the token.", Good + "\n"),
        Bad("other-alphabet", "base64 with + instead of base64url.", $"{Parts[0]}.{Parts[1]}.+{Parts[2][1..]}"),
        Bad("unused-bits", "Unused bits of the last character are not zero.", $"{Parts[0]}.{Parts[1]}.{Parts[2][..^1]}{(char)(Parts[2][^1] + 1)}"),
        Bad("byte-order-mark", "A byte order mark before the claims.", DeterministicToken.Api("\uFEFF" + Forged.Claims)),
        Bad("trailing-object", "A second object after the claims.", DeterministicToken.Api(Forged.Claims + "{}")),
        Bad("trailing-space", "A space after the claims.", DeterministicToken.Api(Forged.Claims + " ")),
        Bad("duplicate-member", "nbf stands twice.", DeterministicToken.Api(Forged.ClaimsWith("\"nbf\":", "\"nbf\":1,\"nbf\":"))),
        Bad("duplicate-member-escaped", "nbf stands twice, once with an escape.", DeterministicToken.Api(Forged.ClaimsWith("\"nbf\":", "\"\\u006ebf\":1,\"nbf\":"))),
        Bad("lone-surrogate", "Half of a surrogate pair.", DeterministicToken.Api(Forged.ClaimsWith("\"张\"", "\"\\ud842\""))),
        Bad("invalid-utf-8", "Latin-1 instead of UTF-8.", DeterministicToken.Sign(Parts[0], StrictBase64Url.Encode(Encoding.Latin1.GetBytes(Forged.ClaimsWith("\"张\"", "\"é\""))))),
        Bad("deflate-cut", "The deflate stream is cut.", DeterministicToken.Card(Deflated[..^1])),
        Bad("deflate-trailing-byte", "A byte after the deflate stream.", DeterministicToken.Card([.. Deflated, 0])),
        Bad("deflate-zlib", "zlib instead of raw deflate.", DeterministicToken.Card([0x78, 0xDA, .. Deflated])),
    ];

    private static IEnumerable<VectorCase> Headers() =>
    [
        .. new[] { "\"crit\":[\"exp\"]", "\"jwk\":{}", "\"jku\":\"https://attacker.example/jwks\"", "\"x5u\":\"https://attacker.example/x\"", "\"x5c\":[\"MIIB\"]", "\"b64\":false", "\"cty\":\"JWT\"" }
            .Select(m => Bad("header-" + m.Split('"')[1], $"A header member that is not one of the three: {m.Split('"')[1]}.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader[..^1] + "," + m + "}"))),
        Bad("header-duplicate-alg", "alg stands twice.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader[..^1] + ",\"alg\":\"none\"}")),
        Bad("header-typ-jwt", "typ is JWT.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader.Replace("health-pass+jwt", "JWT", StringComparison.Ordinal))),
        Bad("header-status-answer", "A token of another type by the same key.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader.Replace("health-pass+jwt", "status-answer+jwt", StringComparison.Ordinal))),
        Bad("header-kid-number", "kid is a number.", DeterministicToken.Api(Forged.Claims, """{"alg":"ES256","kid":7,"typ":"health-pass+jwt"}""")),
        Bad("header-zip-and-typ", "Members of both renditions.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader[..^1] + ",\"zip\":\"DEF\"}")),
        new("algorithm-none", PassRejection.UnsupportedAlgorithm, "alg none.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader.Replace("ES256", "none", StringComparison.Ordinal))),
        new("algorithm-hs256", PassRejection.UnsupportedAlgorithm, "alg HS256.", DeterministicToken.Api(Forged.Claims, Forged.ApiHeader.Replace("ES256", "HS256", StringComparison.Ordinal))),
    ];

    private static IEnumerable<VectorCase> Untrusted() =>
    [
        new("issuer-not-trusted", PassRejection.IssuerNotTrusted, "An issuer outside the trust list.",
            DeterministicToken.Api(Forged.Claims.Replace("beijing.healthbao.example", "hubei.healthbao.example", StringComparison.Ordinal))),
        new("issuer-with-slash", PassRejection.IssuerNotTrusted, "An issuer that differs by a slash.",
            DeterministicToken.Api(Forged.ClaimsWith("\"iss\":\"https://beijing.healthbao.example\"", "\"iss\":\"https://beijing.healthbao.example/\""))),
        new("issuer-missing", PassRejection.IssuerNotTrusted, "No iss.", DeterministicToken.Api(Forged.ClaimsWith("\"iss\":\"https://beijing.healthbao.example\",", ""))),
        new("issuer-suspended", PassRejection.IssuerSuspended, "Recognition of the issuer is suspended.", Good) { BeijingState = "suspended" },
        new("key-of-another-region", PassRejection.UnknownKey, "Tianjin's iss, signed by Beijing's key.",
            DeterministicToken.Api(Encoding.UTF8.GetString(PassClaims.Write(MadeUpRegion.Tianjin.Statement)))),
        new("key-not-listed", PassRejection.UnknownKey, "The trust list names no key of the issuer.", Good) { BeijingKey = null },
        new("signature-of-another-key", PassRejection.BadSignature, "Signed by another key under Beijing's kid.", DeterministicToken.Api(Forged.Claims, key: "a forger's")),
        new("signature-of-63-bytes", PassRejection.BadSignature, "A signature of 63 bytes.", $"{Parts[0]}.{Parts[1]}.{StrictBase64Url.Encode(StrictBase64Url.Decode(Parts[2]).AsSpan(0, 63))}"),
        new("signature-of-zeros", PassRejection.BadSignature, "r and s are zero.", $"{Parts[0]}.{Parts[1]}.{StrictBase64Url.Encode(new byte[64])}"),
        new("claims-changed", PassRejection.BadSignature, "The native code was changed after signing.",
            string.Join('.', Parts[0], Forged.Text(Forged.ClaimsWith("\"code\":\"0\"", "\"code\":\"30\"")), Parts[2])),
    ];

    private static VectorCase Bad(string name, string description, string token) => new(name, PassRejection.Malformed, description, token);
}
