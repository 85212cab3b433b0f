using System.Diagnostics;
using System.Net;

namespace HealthBao.Hub.Tests.Audit;

public sealed class UnwritableAuditTests
{
    private const string Question = """{"pass":"nonsense","destination":"120000"}""";

    [Fact]
    public async Task A_file_that_was_deleted_refuses_every_call_and_is_not_made_anew()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        var file = hub.FileOf();
        File.Delete(file);
        await RefusesAsync(hub);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_refuses_every_call_and_is_used_again_once_it_can()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        AuditLogTests.Change(hub, "ALTER TABLE block RENAME TO away");
        await RefusesAsync(hub);
        AuditLogTests.Change(hub, "DROP TABLE IF EXISTS block; ALTER TABLE away RENAME TO block");
        await hub.VerifyAsync("nonsense");
        Assert.Equal(2, (await hub.EntriesAsync("?kind=verification")).Count);
    }

    [SkippableFact]
    public async Task A_full_disk_refuses_every_call_and_nothing_is_answered_unrecorded()
    {
        using var disk = SmallDisk.Mount();
        await using var hub = await RunningHub.StartAsync(settings: ("Audit:Directory", disk.Path));
        var answered = 0;
        while (answered < 20_000 && await IsAnsweredAsync(hub)) answered++;
        Assert.InRange(answered, 1, 19_999);
        await RefusesAsync(hub);
        disk.MakeRoom();
        Assert.True(await IsAnsweredAsync(hub));
        using var response = await hub.GetAuditAsync("?kind=verification", "application/x-ndjson");
        Assert.Equal(answered + 1, (await response.Content.ReadAsStringAsync()).Count(c => c == '\n'));
    }

    [SkippableFact]
    public async Task A_read_only_disk_refuses_every_call_until_it_can_be_written()
    {
        using var disk = SmallDisk.Mount();
        disk.Remount("ro");
        await using var hub = await RunningHub.StartAsync(settings: ("Audit:Directory", disk.Path));
        await RefusesAsync(hub);
        disk.Remount("rw");
        Assert.True(await IsAnsweredAsync(hub));
    }

    private static async Task<bool> IsAnsweredAsync(RunningHub hub)
    {
        using var response = await hub.PostTextAsync("/v1/verifications", Question, TestPartner.Gate);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static async Task RefusesAsync(RunningHub hub)
    {
        using var verification = await hub.PostTextAsync("/v1/verifications", Question, TestPartner.Gate);
        await Expect.ProblemAsync(verification, HttpStatusCode.ServiceUnavailable, "unavailable", "nonsense");
        using var batch = await hub.PostTextAsync("/v1/verifications/batch", Question, TestPartner.Gate, "application/x-ndjson");
        await Expect.ProblemAsync(batch, HttpStatusCode.ServiceUnavailable, "unavailable", "verdict");
        using var reading = await hub.GetAuditAsync();
        await Expect.ProblemAsync(reading, HttpStatusCode.ServiceUnavailable, "unavailable");
        using var ready = await hub.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    /// <summary>A file system of its own with little room. Needs Linux and the right to mount.</summary>
    private sealed class SmallDisk(string path) : IDisposable
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
}
