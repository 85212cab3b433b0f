using System.Security.Cryptography;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.People;

/// <summary>The secrets, a file each beside the stores and never in a database: a database's log and backups outlive what is dropped.</summary>
internal sealed class KeyFolder(DataFolder folder)
{
    private const int SecretSize = 32;
    private const string Prefix = "day-";
    private const string Suffix = ".key";

    /// <summary>The secret that persons are keyed by in what lasts. Made once; whoever loses it loses all registrations.</summary>
    public byte[] Lasting() => ReadOrMake(folder.File("person.key"));

    /// <summary>The secret under which tickets, their evidence and other masks that last are sealed. Whoever loses it loses what they say.</summary>
    public byte[] Vault() => ReadOrMake(folder.File("vault.key"));

    public byte[] OfDay(ShanghaiDay day) => ReadOrMake(PathOf(day));

    /// <summary>The days whose secrets exist.</summary>
    public IReadOnlyList<ShanghaiDay> Days() =>
    [
        .. from path in Directory.EnumerateFiles(folder.Path, Prefix + "*" + Suffix)
           let day = ShanghaiDay.TryParseCompact(Path.GetFileName(path)[Prefix.Length..^Suffix.Length], out var read) ? read : (ShanghaiDay?)null
           where day is not null
           select day.Value,
    ];

    /// <summary>Overwrites a day's secret and deletes it.</summary>
    public void Destroy(ShanghaiDay day)
    {
        var path = PathOf(day);
        if (!File.Exists(path)) return;
        using (var file = File.OpenWrite(path))
        {
            file.Write(RandomNumberGenerator.GetBytes(SecretSize));
            file.Flush(flushToDisk: true);
        }

        File.Delete(path);
    }

    private string PathOf(ShanghaiDay day) => folder.File(Prefix + day.Compact + Suffix);

    private static byte[] ReadOrMake(string path)
    {
        if (!File.Exists(path)) Make(path);
        var secret = File.ReadAllBytes(path);
        return secret.Length == SecretSize ? secret : throw new InvalidDataException($"{Path.GetFileName(path)} is not a secret of {SecretSize} bytes; restore it from its backup.");
    }

    // Under another name first: half a secret must never be taken for one.
    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = File.Open(path + ".part", options))
        {
            file.Write(RandomNumberGenerator.GetBytes(SecretSize));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: false);
    }
}
