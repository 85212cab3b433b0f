using System.Diagnostics;

namespace HealthBao.Hub.Tests.Audit;

/// <summary>A file system of its own with little room. Needs Linux and the right to mount.</summary>
internal sealed class SmallDisk(string path) : IDisposable
{
    private string Filler => System.IO.Path.Combine(Path, "filler");

    public string Path { get; } = path;

    public static SmallDisk Mount()
    {
        var path = Directory.CreateTempSubdirectory("small-disk-").FullName;
        Skip.IfNot(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", path), "A small disk cannot be mounted here.");
        var disk = new SmallDisk(path);
        File.WriteAllBytes(disk.Filler, new byte[512 * 1024]);
        return disk;
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Remount(string access) => Assert.True(Run("mount", "-o", "remount," + access, Path));

    public void Dispose() => Run("umount", "-l", Path);

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
