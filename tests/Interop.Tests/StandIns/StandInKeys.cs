using System.Security.Cryptography;
using HealthBao.Interop.Tests.StandIns.PlayedBeijing;
using HealthBao.Sandbox.StandIns.Tianjin;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>Secrets that both ends share for one test run.</summary>
internal static class StandInKeys
{
    private static readonly RSA Rsa = RSA.Create(2048);

    public const string AppId = "healthbao";
    public const string Secret = "shared-by-both-ends-of-a-test";

    public static string PrivatePem { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static BeijingStandInSettings Beijing { get; } = new(AppId, Secret);

    public static TianjinStandInSettings Tianjin { get; } = new(AppId, Rsa.ExportSubjectPublicKeyInfoPem());
}
