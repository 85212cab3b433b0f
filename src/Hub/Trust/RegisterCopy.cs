using System.Text.Json;
using HealthBao.Contracts.Jose;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>
/// What was last known good of the register, as a file in the data directory signed by the trust anchor: a hub that starts while the register is
/// away or damaged goes on with it until the list in it ends. It holds private addresses, and no person.
/// </summary>
public sealed class RegisterCopy(HubKeys keys, IOptions<HubOptions> options, ILogger<RegisterCopy> log)
{
    public const string FileName = "register-copy.jwt";
    private const string Type = "register-copy+jwt";
    private const int MaxBytes = 64 * 1024 * 1024;
    private readonly string path = Path.Combine(options.Value.DataDirectory, FileName);

    /// <summary>The copy, or null when there is none that can be read.</summary>
    public (string Token, RegisterContent Content)? Read()
    {
        if (!File.Exists(path)) return null;
        try
        {
            var anchor = new VerificationKey(keys.TrustAnchor.Jwk);
            var claims = SignedToken.Verify(File.ReadAllText(path), Type, kid => kid == anchor.Kid ? anchor : null, MaxBytes);
            if (claims is not null && JsonSerializer.Deserialize<Claims>(claims, JsonSerializerOptions.Web) is { } copy) return (copy.List, copy.Register);
            Log.CopyUnusable(log, "damaged or not signed by the trust anchor");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            Log.CopyUnusable(log, e.GetType().Name);
        }

        return null;
    }

    /// <summary>Writes it beside and moves it into place, so that there is always a whole one.</summary>
    public void Write(string token, RegisterContent content)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            var mode = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) mode.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var file = new StreamWriter(beside, mode)) file.Write(SignedToken.Sign(Type, keys.TrustAnchor, JsonSerializer.SerializeToUtf8Bytes(new Claims(token, content), JsonSerializerOptions.Web)));
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The hub goes on without: only a start without the register would need it.
            Log.CopyUnusable(log, e.GetType().Name);
        }
    }

    private sealed record Claims(string List, RegisterContent Register);
}
