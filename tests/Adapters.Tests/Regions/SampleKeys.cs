using System.Security.Cryptography;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>A key pair that lives as long as the test run.</summary>
internal static class SampleKeys
{
    public static RSA Rsa { get; } = RSA.Create(2048);

    public static string PrivatePem { get; } = Rsa.ExportPkcs8PrivateKeyPem();
}
