using System.Security.Cryptography;
using HealthBao.Contracts.Jose;

namespace HealthBao.Sandbox.Control;

/// <summary>A made-up partner's key, kept in the sandbox's data: at the next start its client id belongs to it already.</summary>
internal static class KeptKey
{
    private const string Label = "PRIVATE KEY";

    public static SigningKey Of(string directory, string clientId)
    {
        var path = Path.Combine(directory, clientId + ".pem");
        if (File.Exists(path)) return Read(File.ReadAllText(path));
        Directory.CreateDirectory(directory);
        var key = SigningKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(PemEncoding.WriteString(Label, key.ToPkcs8()));
        return key;
    }

    private static SigningKey Read(string pem) => SigningKey.FromPkcs8(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]));
}
