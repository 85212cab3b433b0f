using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 3: any algorithm but the pinned one, whatever stands for a signature.</summary>
internal static class HostileAlgorithms
{
    private static readonly string[] Named =
    [
        "none", "None", "NONE", "nOnE", "es256", "Es256", "ES256 ", " ES256", "ES256\\u0000", "ES256\\n", "ＥＳ２５６", "ES256K", "ES384", "ES512", "ESP256", "HS256", "HS384", "HS512", "RS256", "RS512", "PS256", "PS384",
        "EdDSA", "Ed25519", "SM2", "SM3withSM2", "SHA256withECDSA", "ecdsa-sha256", "ES256,none", "1.2.840.10045.4.3.2", "-7", "dir", "A128KW", "ECDH-ES", "null", "*",
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("algorithm", PassRejection.UnsupportedAlgorithm, [HostileToken.Good],
            Named.Select(a => (a, HostileToken.Api(HostileToken.Claims, Header(a))))),
        HostileFamily.Of("algorithm of a card", PassRejection.UnsupportedAlgorithm, [HostileToken.GoodCard],
            Named.Where((_, i) => i % 6 == 0).Select(a => (a, HostileToken.Card(HostileToken.Claims, HostileToken.CardHeader.Replace("ES256", a, StringComparison.Ordinal))))),
        HostileFamily.Of("algorithm confused", PassRejection.UnsupportedAlgorithm, [HostileToken.Good], Confused()),
    ];

    // RFC 8725 §2.1: the verifier's public key taken for a shared secret.
    private static IEnumerable<(string, string)> Confused()
    {
        var jwk = MadeUpKeys.Of(HostileToken.KeyName).Jwk;
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = MadeUpKeys.Scalar(HostileToken.KeyName) });
        byte[] point = [4, .. StrictBase64Url.Decode(jwk.X)!, .. StrictBase64Url.Decode(jwk.Y)!];
        return
        [
            ("HS256 keyed with the public point", Mac(point)), ("HS256 keyed with the PEM", Mac(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()))), ("HS256 keyed with the DER", Mac(key.ExportSubjectPublicKeyInfo())),
            ("HS256 keyed with the kid", Mac(Encoding.ASCII.GetBytes(HostileToken.Kid))), ("HS256 keyed with nothing", Mac([])),
            ("none with one byte for a signature", Input("none") + ".AA"), ("none with the signature of a sound pass", Input("none") + "." + HostileToken.Good.Split('.')[2]),
        ];
    }

    private static string Mac(byte[] secret) => $"{Input("HS256")}.{StrictBase64Url.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(Input("HS256"))))}";

    private static string Input(string algorithm) => $"{HostileToken.Text(Header(algorithm))}.{HostileToken.Text(HostileToken.Claims)}";

    private static string Header(string algorithm) => HostileToken.ApiHeader.Replace("ES256", algorithm, StringComparison.Ordinal);
}
