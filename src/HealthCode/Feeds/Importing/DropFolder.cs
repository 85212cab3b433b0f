using System.Text.Json;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>
/// Imports what the operator drops: a file counts when its <c>.ok</c> is there, which is written last. An accepted file is deleted, a refused
/// one renamed <c>.refused</c>; beside either stands <c>.report.json</c>. Files of a day that is over are deleted with it, whatever became of them.
/// </summary>
internal sealed class DropFolder(FeedImport import, DataFolder data, IOptions<FeedOptions> options, IOptions<HealthCodeOptions> system, TimeProvider clock, ILogger<DropFolder> logger) : BackgroundService
{
    private const string Ok = ".ok";
    private const string Refused = ".refused";
    private const string Report = ".report.json";
    private const int ReportDays = 30;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim oneAtATime = new(1);

    private string Path => options.Value.DropFolder ?? data.File("inbox");

    /// <summary>Takes what lies there.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            foreach (var ok in Directory.EnumerateFiles(Path, "*.csv" + Ok).Order(StringComparer.Ordinal).ToArray())
                if (File.Exists(ok[..^Ok.Length]))
                    await TakeAsync(ok[..^Ok.Length], cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        oneAtATime.Dispose();
        base.Dispose();
    }

    /// <summary>Deletes the files of days that are over; their reports name nobody and stay a month.</summary>
    public void Purge(ShanghaiDay today)
    {
        foreach (var path in Directory.EnumerateFiles(Path))
            if (DayOf(System.IO.Path.GetFileName(path)) is { } day && day.Date < (path.EndsWith(Report, StringComparison.Ordinal) ? today.Date.AddDays(-ReportDays) : today.Date))
                File.Delete(path);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = new DataFolder(Path);
        using var timer = new PeriodicTimer(Second, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                Purge(ShanghaiDay.At(clock.GetUtcNow()));
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.DropFolderFailed(e.GetType().Name, e.StackTrace);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TakeAsync(string path, CancellationToken cancellation)
    {
        var name = System.IO.Path.GetFileName(path);
        if (!FeedFileName.TryRead(name, system.Value.Region, out var feed, out var day))
        {
            await EndAsync(path, false, new { accepted = false, refusal = ImportRefusal.WrongName }, cancellation);
            return;
        }

        ImportReport report;
        await using (var csv = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, useAsync: true))
            report = await import.TakeAsync(new(feed, day, name, csv, () => Task.FromResult<Stream?>(File.OpenRead(path + Ok)), null, csv.Length, () => true), cancellation);
        await EndAsync(path, report.Accepted, ReportReply.Of(report), cancellation);
    }

    private static async Task EndAsync(string path, bool accepted, object report, CancellationToken cancellation)
    {
        await File.WriteAllBytesAsync(path + Report, JsonSerializer.SerializeToUtf8Bytes(report, Answer.Options), cancellation);
        if (accepted) File.Delete(path);
        else File.Move(path, path + Refused, overwrite: true);
        File.Delete(path + Ok);
    }

    private static ShanghaiDay? DayOf(string name)
    {
        var digits = name.Split('.')[0].Split('-')[^1];
        return ShanghaiDay.TryParseCompact(digits, out var day) ? day : null;
    }
}
