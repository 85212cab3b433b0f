using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Utilities;
using Org.BouncyCastle.Utilities.Zlib;

namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>Tokens that are the same in every run: a made-up key, nonces by RFC 6979, a deflater that does not vary with the platform.</summary>
internal static class DeterministicToken
{
    public const string BeijingKey = "beijing 20260301";

    private static readonly X9ECParameters Curve = ECNamedCurveTable.GetByName("P-256");

    public static string Api(string claims, string? header = null, string key = BeijingKey) =>
        Sign(Forged.Text(header ?? Forged.ApiHeader), Forged.Text(claims), key);

    public static string Card(string claims, string? header = null) => Card(Deflate(Encoding.UTF8.GetBytes(claims)), header);

    public static string Card(byte[] payload, string? header = null) => Sign(Forged.Text(header ?? Forged.CardHeader), StrictBase64Url.Encode(payload));

    public static string Sign(string header, string payload, string key = BeijingKey)
    {
        var signer = new ECDsaSigner(new HMacDsaKCalculator(new Sha256Digest()));
        signer.Init(true, new ECPrivateKeyParameters(new BigInteger(1, MadeUpKeys.Scalar(key)), new ECDomainParameters(Curve)));
        var numbers = signer.GenerateSignature(SHA256.HashData(Encoding.UTF8.GetBytes($"{header}.{payload}")));
        byte[] signature = [.. BigIntegers.AsUnsignedByteArray(32, numbers[0]), .. BigIntegers.AsUnsignedByteArray(32, numbers[1])];
        return $"{header}.{payload}.{StrictBase64Url.Encode(signature)}";
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var buffer = new MemoryStream();
        using (var zlib = new ZOutputStream(buffer, JZlib.Z_BEST_COMPRESSION, true)) zlib.Write(bytes);
        return buffer.ToArray();
    }
}
