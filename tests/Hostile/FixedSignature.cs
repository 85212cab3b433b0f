using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Hostile;

/// <summary>
/// ES256 with a nonce made of key and message, so that every run makes the same bytes and the two numbers can be bent. For made-up keys only:
/// it runs in no constant time.
/// </summary>
internal static class FixedSignature
{
    /// <summary>The order of P-256 (FIPS 186-4 D.1.2.3).</summary>
    public static readonly BigInteger Order = Hex("0ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

    /// <summary>The field's prime.</summary>
    public static readonly BigInteger Prime = Hex("0ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");

    public static (BigInteger R, BigInteger S) Numbers(byte[] hash, string keyName)
    {
        var d = new BigInteger(MadeUpKeys.Scalar(keyName), isUnsigned: true, isBigEndian: true);
        var nonce = new BigInteger(HMACSHA256.HashData(MadeUpKeys.Scalar(keyName), hash), isUnsigned: true, isBigEndian: true) % (Order - 1) + 1;
        using var point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(nonce) });
        var r = new BigInteger(point.ExportParameters(false).Q.X, isUnsigned: true, isBigEndian: true) % Order;
        var z = new BigInteger(hash, isUnsigned: true, isBigEndian: true);
        return (r, BigInteger.ModPow(nonce, Order - 2, Order) * (z + (r * d)) % Order);
    }

    public static (BigInteger R, BigInteger S) Numbers(string signed, string keyName) => Numbers(SHA256.HashData(Encoding.UTF8.GetBytes(signed)), keyName);

    public static byte[] P1363((BigInteger R, BigInteger S) numbers) => [.. Bytes(numbers.R), .. Bytes(numbers.S)];

    public static byte[] Of(string signed, string keyName) => P1363(Numbers(signed, keyName));

    /// <summary>32 bytes, the most significant first.</summary>
    public static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static BigInteger Hex(string digits) => BigInteger.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
