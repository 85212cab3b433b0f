using System.Security.Cryptography;
using HealthBao.Adapters.Settings;
using HealthBao.Contracts.Jose;

namespace HealthBao.Adapters.Issuing;

/// <summary>The region's enrolment key, <c>enrolment.pem</c> (PKCS #8) in the data directory; made when absent, readable by its owner only.</summary>
internal sealed class EnrolmentKey : IDisposable
{
    private const string Label = "PRIVATE KEY";

    public EnrolmentKey(DataFolder folder)
    {
        var path = folder.File("enrolment.pem");
        Key = File.Exists(path) ? Read(path) : Make(path);
    }

    public SigningKey Key { get; }

    public void Dispose() => Key.Dispose();

    private static SigningKey Read(string path)
    {
        var pem = File.ReadAllText(path);
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != Label)
            throw new InvalidOperationException($"{path} is not a PKCS #8 private key in PEM.");
        return SigningKey.FromPkcs8(Convert.FromBase64String(pem[fields.Base64Data]));
    }

    private static SigningKey Make(string path)
    {
        var key = SigningKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(path, options);
        writer.Write(PemEncoding.WriteString(Label, key.ToPkcs8()));
        writer.Write('\n');
        return key;
    }
}
