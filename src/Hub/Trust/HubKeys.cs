using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>
/// The hub's three keys, each for its own use: the trust anchor signs the published lists, the token signer access tokens, the call key
/// calls to adapters. PKCS #8 files that only the owner can read, made when absent; nodes share them.
/// </summary>
public sealed class HubKeys(IOptions<HubOptions> options)
{
    public SigningKey TrustAnchor { get; } = Load(options.Value.DataDirectory, "trust-anchor");

    public SigningKey TokenSigner { get; } = Load(options.Value.DataDirectory, "token-signer");

    public SigningKey CallKey { get; } = Load(options.Value.DataDirectory, "call-key");

    private static SigningKey Load(string directory, string name)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name + ".pem");
        if (!File.Exists(path)) Write(path);
        var key = Read(path);
        // The public half beside it is what readers and adapters pin.
        Publish(Path.Combine(directory, name + ".jwk.json"), key.Jwk);
        return key;
    }

    private static void Publish(string path, EcJwk jwk)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json)) jwk.WriteTo(writer);
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(json.WrittenSpan)) return;
        var beside = $"{path}.{Guid.NewGuid():N}";
        File.WriteAllBytes(beside, json.WrittenSpan);
        File.Move(beside, path, overwrite: true);
    }

    private static SigningKey Read(string path)
    {
        var fields = PemEncoding.Find(File.ReadAllText(path));
        return SigningKey.FromPkcs8(Convert.FromBase64String(File.ReadAllText(path)[fields.Base64Data]));
    }

    // Written beside and moved into place without overwriting: of two nodes that start together, one key wins whole.
    private static void Write(string path)
    {
        using var key = SigningKey.Create();
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(beside, options)) file.Write(PemEncoding.Write("PRIVATE KEY", key.ToPkcs8()));
        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }
}
