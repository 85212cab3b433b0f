using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 5: a signature that does not stand over these very bytes by that very key.</summary>
internal static class HostileSignatures
{
    private static readonly string[] Parts = HostileToken.Good.Split('.');
    private static readonly string Input = $"{Parts[0]}.{Parts[1]}";
    private static readonly (BigInteger R, BigInteger S) Sound = FixedSignature.Numbers(Input, HostileToken.KeyName);
    private static readonly byte[] Bytes = FixedSignature.P1363(Sound);

    /// <summary>The same pass with the other of the two signatures that always stand: no defect, since nothing is told apart by its signature.</summary>
    public static string Malleable { get; } = Under(FixedSignature.P1363((Sound.R, FixedSignature.Order - Sound.S)));

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("signature numbers", PassRejection.BadSignature, [HostileToken.Good, Malleable], Numbers().Select(n => (n.Name, Under(FixedSignature.P1363((n.R, n.S)))))),
        HostileFamily.Of("signature bytes", PassRejection.BadSignature, [HostileToken.Good], Shapes().Concat(Flipped()).Select(s => (s.Name, Under(s.Signature)))),
        HostileFamily.Of("signature over something else", PassRejection.BadSignature, [HostileToken.Good], Elsewhere().Select(e => (e.Name, Under(FixedSignature.P1363(FixedSignature.Numbers(e.Hash, HostileToken.KeyName)))))),
        HostileFamily.Of("signature by another", PassRejection.BadSignature, [HostileToken.Good], Others().Select(k => (k, HostileToken.Api(HostileToken.Claims, key: k)))),
        HostileFamily.Of("changed after signing", PassRejection.BadSignature, [HostileToken.Good, HostileToken.GoodCard], Changed()),
    ];

    private static IEnumerable<(string Name, BigInteger R, BigInteger S)> Numbers()
    {
        var (r, s, n, p) = (Sound.R, Sound.S, FixedSignature.Order, FixedSignature.Prime);
        var largest = BigInteger.Pow(2, 256) - 1;
        return
        [
            ("r = 0", 0, s), ("s = 0", r, 0), ("r = s = 0", 0, 0), ("r = n", n, s), ("s = n", r, n), ("r = s = n", n, n), ("r = p", p, s), ("s = p", r, p), ("r = s = p", p, p), ("r = 0, s = n", 0, n), ("r = n, s = 0", n, 0),
            ("r = 1, s = 1", 1, 1), ("r = 1", 1, s), ("s = 1", r, 1), ("r = n - 1", n - 1, s), ("s = n - 1", r, n - 1), ("r = s = n - 1", n - 1, n - 1), ("r = n + 1", n + 1, s), ("s = n + 1", r, n + 1), ("r = p - 1", p - 1, s), ("r = p - n", p - n, s),
            ("r = 2^256 - 1", largest, s), ("s = 2^256 - 1", r, largest), ("r = s = 2^256 - 1", largest, largest), ("r and s changed about", s, r), ("-r", n - r, s), ("-r and -s", n - r, n - s), ("r + 1", r + 1, s), ("s + 1", r, s + 1),
            ("2s", r, 2 * s % n), ("s inverted", r, BigInteger.ModPow(s, n - 2, n)), ("r for both", r, r), ("s for both", s, s),
        ];
    }

    private static IEnumerable<(string Name, byte[] Signature)> Shapes()
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = MadeUpKeys.Scalar(HostileToken.KeyName) });
        var der = key.SignData(Encoding.ASCII.GetBytes(Input), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return
        [
            ("DER", der), ("DER cut to 64 bytes", der[..64]), ("the last 64 bytes of a DER", der[^64..]), ("63 bytes, the first missing", Bytes[1..]), ("63 bytes, the last missing", Bytes[..^1]), ("65 bytes, a zero before", [0, .. Bytes]),
            ("65 bytes, a zero after", [.. Bytes, 0]), ("66 bytes, a zero before each number", [0, .. Bytes[..32], 0, .. Bytes[32..]]), ("65 bytes, a compressed point's mark before", [2, .. Bytes]), ("65 bytes, a recovery number after", [.. Bytes, 27]),
            ("32 bytes", Bytes[..32]), ("one byte", [0]), ("128 bytes", [.. Bytes, .. Bytes]), ("96 bytes as in ES384", [.. new byte[16], .. Bytes[..32], .. new byte[16], .. Bytes[32..]]), ("each number the other way round", [.. Bytes[..32].Reverse(), .. Bytes[32..].Reverse()]),
            ("all the other way round", [.. Bytes.Reverse()]), ("in hexadecimal", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Bytes))), ("base64url within base64url", Encoding.ASCII.GetBytes(Parts[2])),
            ("the hash of what is signed", [.. SHA256.HashData(Encoding.ASCII.GetBytes(Input)), .. SHA256.HashData(Encoding.ASCII.GetBytes(Input))]), ("the kid", StrictBase64Url.Decode(HostileToken.Kid)!),
            ("a signature of another pass", StrictBase64Url.Decode(HostileToken.Api(HostileToken.With("\"green\"", "\"red\"")).Split('.')[2])!), ("the signature of its card", StrictBase64Url.Decode(HostileToken.GoodCard.Split('.')[2])!),
        ];
    }

    private static IEnumerable<(string Name, byte[] Signature)> Flipped()
    {
        var random = new Random(20260301);
        foreach (var bit in new[] { 0, 7, 255, 256, 505, 511 }.Concat(Enumerable.Range(0, 10).Select(_ => random.Next(8, 504))).Distinct())
        {
            var signature = Bytes.ToArray();
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return ($"bit {bit} changed", signature);
        }
    }

    private static IEnumerable<(string Name, byte[] Hash)> Elsewhere()
    {
        static byte[] Sha(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
        return
        [
            ("the payload alone", Sha(Parts[1])), ("the header alone", Sha(Parts[0])), ("no full stop between", Sha(Parts[0] + Parts[1])), ("a full stop after", Sha(Input + ".")), ("the JSON texts", Sha(HostileToken.ApiHeader + "." + HostileToken.Claims)), ("the claims", Sha(HostileToken.Claims)),
            ("padded base64url", Sha(Parts[0] + "=." + Parts[1] + "=")), ("a header without kid", Sha(HostileToken.Text("""{"alg":"ES256","typ":"health-pass+jwt"}""") + "." + Parts[1])), ("b64 false", Sha(Parts[0] + "." + HostileToken.Claims)), ("UTF-16", SHA256.HashData(Encoding.Unicode.GetBytes(Input))),
            ("the hash's hash", SHA256.HashData(Sha(Input))), ("SHA-384 cut", SHA384.HashData(Encoding.UTF8.GetBytes(Input))[..32]), ("SHA-512 cut", SHA512.HashData(Encoding.UTF8.GetBytes(Input))[..32]), ("SHA-1", [.. new byte[12], .. SHA1.HashData(Encoding.UTF8.GetBytes(Input))]), ("zeros", new byte[32]),
        ];
    }

    private static IEnumerable<string> Others() =>
    [
        "nobody's", HostileRegion.Demo.KeyName(HostileWorld.Today.Previous), HostileRegion.Demo.KeyName(HostileWorld.Today.Next), HostileRegion.Beijing.KeyName(HostileWorld.Today), HostileRegion.Demo.System + " enrolment", "the trust anchor's",
    ];

    private static IEnumerable<(string, string)> Changed()
    {
        foreach (var (sound, faulty) in new[]
        {
            ("\"green\"", "\"red\""), ("\"no-abnormality\"", "\"cannot-confirm\""), ("龘", "张"), ("11**************2X", "12**************2X"), ("\"idx\":40111", "\"idx\":40115"), ("\"exp\":1772380800", "\"exp\":1772380799"),
            ("\"nbf\":1772326800", "\"nbf\":1772326799"), ("T08:40:00", "T08:59:00"), ("/status/20260301", "/status/20260302"), ("\"value\":\"990000\"", "\"value\":\"110000\""), ("{\"iss\"", "{ \"iss\""),
        })
        {
            yield return ($"{sound} became {faulty}", $"{Parts[0]}.{HostileToken.Text(HostileToken.With(sound, faulty))}.{Parts[2]}");
            yield return ($"{sound} became {faulty} in a card", Card(HostileToken.With(sound, faulty)));
        }

        yield return ("the header in another order", $"{HostileToken.Text($$"""{"kid":"{{HostileToken.Kid}}","alg":"ES256","typ":"health-pass+jwt"}""")}.{Parts[1]}.{Parts[2]}");
        yield return ("the header with a space", $"{HostileToken.Text(" " + HostileToken.ApiHeader)}.{Parts[1]}.{Parts[2]}");
        yield return ("deflated anew", Recompressed());
    }

    private static string Recompressed()
    {
        var parts = HostileToken.GoodCard.Split('.');
        byte[] again = [0, 0, 0, 0xFF, 0xFF, .. StrictBase64Url.Decode(parts[1])!];
        return $"{parts[0]}.{StrictBase64Url.Encode(again)}.{parts[2]}";
    }

    private static string Card(string claims)
    {
        var parts = HostileToken.GoodCard.Split('.');
        return $"{parts[0]}.{StrictBase64Url.Encode(HostileToken.Deflate(claims))}.{parts[2]}";
    }

    private static string Under(byte[] signature) => $"{Input}.{StrictBase64Url.Encode(signature)}";
}
