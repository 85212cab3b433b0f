using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Keys that are the same in every run, made of their names. Good for nothing but tests: anybody can make them.</summary>
internal static class MadeUpKeys
{
    public static byte[] Scalar(string name) => SHA256.HashData(Encoding.UTF8.GetBytes("healthbao made-up key: " + name));

    public static SigningKey Of(string name)
    {
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Scalar(name) });
        return SigningKey.FromPkcs8(key.ExportPkcs8PrivateKey());
    }
}
