using System.Collections.Concurrent;
using System.Globalization;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds.FollowUp;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>
/// Takes a file: reads and judges it whole, loads it beside what is in force, and switches it in with one transaction, or refuses it and
/// changes nothing. One import runs at a time, so that memory stays what it is.
/// </summary>
internal sealed class FeedImport(
    IStorage storage, LastingStore lasting, PersonRegister people, DayStores days, FeedsInForce inForce, ListSwitch lists, DataFolder folder,
    IOptions<HealthCodeOptions> system, IOptions<FeedOptions> options, TimeProvider clock, ILogger<FeedImport> logger) : IDisposable
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>What is being imported, by feed.</summary>
    public ConcurrentDictionary<string, ImportProgress> Running { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs after a file was switched in.</summary>
    public event Action<FeedInForce>? Switched;

    public async Task<ImportReport> TakeAsync(Delivery delivery, CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        var today = ShanghaiDay.At(started);
        if (delivery.Day != today && delivery.Day != today.Next) return await ReportAsync(new FileOutcome(delivery, 0, started), ImportRefusal.WrongDay);
        await oneAtATime.WaitAsync(cancellation);
        var progress = Running[delivery.Feed.Code] = new(delivery.FileName, started, delivery.TotalBytes);
        await using var telling = clock.CreateTimer(_ => logger.FileProgress(delivery.Feed.Code, progress.Phase, progress.Percent ?? 0, progress.Rows), null, ProgressEvery, ProgressEvery);
        try
        {
            return await ImportAsync(new(delivery, await lasting.NextNumberAsync(), started), progress, cancellation);
        }
        finally
        {
            Running.TryRemove(delivery.Feed.Code, out _);
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<ImportReport> ImportAsync(FileOutcome outcome, ImportProgress progress, CancellationToken cancellation)
    {
        var delivery = outcome.Delivery;
        var day = delivery.Feed.IsList ? days.Of(delivery.Day) : null;
        using var spool = new RowSpool(folder, $"{delivery.Feed.Code}-{outcome.Generation}", day is null ? SpooledRow.Short : SpooledRow.Long);
        var reading = new FileReading(delivery, system.Value.Region, outcome.Started.ToUnixTimeSeconds(), Compact(delivery.Day), Threads, options.Value.MaxFaults);
        outcome.Reading = reading;
        var rejected = delivery.Feed.HasFollowUp ? new RejectedRows(rows => FollowUpTable.AddAsync(lasting, outcome.Generation, rows).GetAwaiter().GetResult()) : null;
        var refusal = await reading.ReadAsync(people.Lasting.ToArray(), day?.Secrets, spool, rejected, progress, cancellation);
        refusal ??= await JudgeAsync(outcome, cancellation);
        if (refusal is not null) return await RefuseAsync(outcome, refusal.Value);
        progress.Phase = "loading";
        var name = FeedsInForce.NameOf(delivery.Feed.Code, outcome.Generation, delivery.Day);
        var load = new GenerationLoad(storage, lasting, delivery.Feed, reading.Offices, reading.Faults, progress);
        await load.LoadAsync(spool, name, cancellation);
        outcome.People = load.People;
        if (JudgePeople(outcome) is { } unfit)
        {
            storage.Drop(name);
            return await RefuseAsync(outcome, unfit);
        }

        await SwitchAsync(outcome, name, progress);
        return await ReportAsync(outcome, null);
    }

    private int Threads => options.Value.Readers > 0 ? options.Value.Readers : Environment.ProcessorCount;

    private static int Compact(ShanghaiDay day) => int.Parse(day.Compact, CultureInfo.InvariantCulture);

    private static async Task<ImportRefusal?> JudgeAsync(FileOutcome outcome, CancellationToken cancellation)
    {
        await using var stream = await outcome.Delivery.Ok();
        if (stream is null || await OkFile.ReadAsync(stream, cancellation) is not { } promised) return ImportRefusal.OkUnreadable;
        if (!outcome.Delivery.IsAuthentic()) return ImportRefusal.NotSigned;
        return outcome.Reading!.Judge(promised) ?? TooManyBad(outcome);
    }

    private static ImportRefusal? TooManyBad(FileOutcome outcome) =>
        outcome.Reading!.Faults.Count > outcome.Reading.Rows * outcome.Delivery.Feed.Tolerance ? ImportRefusal.TooManyBadRows : null;

    // A register of nobody would make strangers of everybody; so would one that was cut off before it was digested.
    private ImportRefusal? JudgePeople(FileOutcome outcome)
    {
        var feed = outcome.Delivery.Feed;
        if (TooManyBad(outcome) is { } bad) return bad;
        var before = inForce.Of(feed.Code, outcome.Delivery.Day)?.People ?? 0;
        if (feed is Registration.RegistrationFeed && outcome.People == 0) return ImportRefusal.ShortFile;
        return before >= FileOutcome.FewPeople && outcome.People < before * (1 - feed.MaxShrink) ? ImportRefusal.ShortFile : null;
    }

    private async Task SwitchAsync(FileOutcome outcome, SnapshotName name, ImportProgress progress)
    {
        var (delivery, now) = (outcome.Delivery, clock.GetUtcNow());
        var next = new FeedInForce(delivery.Feed.Code, delivery.Day, outcome.Generation, delivery.FileName, outcome.People, now, storage.Open(name));
        var rows = outcome.ListRows(now);
        var entered = rows is null ? [] : await ListSwitch.EnterAsync(lasting, rows, outcome.People);
        progress.Phase = "switching";
        outcome.Held = await lasting.WriteAsync(c =>
        {
            FeedTable.Point(c, name, delivery.Day, delivery.FileName, outcome.People, now);
            return rows is null ? [] : lists.Apply(c, rows, entered);
        });
        inForce.Switch(next);
        Switched?.Invoke(next);
        progress.Phase = "sweeping";
        await SweepAsync(outcome);
    }

    private Task<int> SweepAsync(FileOutcome outcome) => lasting.WriteAsync(c =>
    {
        ObservationTable.ForgetRows(c, outcome.Generation);
        if (outcome.Delivery.Feed.HasFollowUp) FollowUpTable.ForgetBefore(c, outcome.Generation);
        return 0;
    });

    private async Task<ImportReport> RefuseAsync(FileOutcome outcome, ImportRefusal refusal)
    {
        await lasting.WriteAsync(c =>
        {
            ObservationTable.ForgetRows(c, outcome.Generation);
            FollowUpTable.Forget(c, outcome.Generation);
            return 0;
        });
        return await ReportAsync(outcome, refusal);
    }

    private async Task<ImportReport> ReportAsync(FileOutcome outcome, ImportRefusal? refusal)
    {
        var report = outcome.Report(refusal, clock.GetUtcNow());
        if (refusal is null) logger.FileInForce(report.Feed, report.File, report.Rows, report.Stored, report.Rejected, report.Held.Count);
        else logger.FileRefused(report.Feed, refusal.Value, report.Rows, report.Rejected);
        await ReportTable.AddAsync(lasting, report);
        return report;
    }
}
