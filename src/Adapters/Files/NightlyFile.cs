using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>
/// The nightly file of one source: received as a stream, validated whole, switched in at once or not at all.
/// What is kept belongs to one Beijing day and answers nothing after it.
/// </summary>
public sealed class NightlyFile
{
    private readonly NightlyFormat format;
    private readonly TimeProvider clock;
    private readonly Func<ShanghaiDay, byte[]> daySecret;
    private readonly SnapshotFolder folder;
    private readonly ILogger logger;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private volatile Snapshot? live;

    /// <summary>Loads today's snapshot again when there is one.</summary>
    public NightlyFile(NightlyFormat format, RegionContext context)
    {
        (this.format, clock, daySecret) = (format, context.Clock, context.DaySecret);
        logger = context.Loggers.CreateLogger<NightlyFile>();
        folder = new SnapshotFolder(context.DataDirectory, format.Source);
        if (folder.Has(Today)) Restore(Today);
    }

    /// <summary>The name in <c>POST /v1/files/{source}</c>, for example <c>xingtai</c>.</summary>
    public string Source => format.Source;

    /// <summary>Whether today's file is here.</summary>
    public bool IsCurrent => live?.Day == Today;

    private ShanghaiDay Today => ShanghaiDay.At(clock.GetUtcNow());

    /// <summary>What today's file says of a person; a wrong name is told like an unknown person.</summary>
    public NightlyAnswer Find(PersonName name, IdentityDocument document)
    {
        var now = clock.GetUtcNow();
        var snapshot = live;
        if (snapshot is null || snapshot.Day != ShanghaiDay.At(now)) return new NightlyAnswer.Late();
        if (snapshot.Find(name, document) is not { } row) return new NightlyAnswer.Unknown();
        return row.ValidUntil <= now ? new NightlyAnswer.Late() : new NightlyAnswer.Found(row.Code, row.UpdatedAt < now ? row.UpdatedAt : now);
    }

    /// <summary>Takes a file and its receipt, all or nothing: a refused file replaces nothing. <paramref name="ok"/> is read after <paramref name="csv"/>.</summary>
    public async Task<FileReceipt> ReceiveAsync(string fileName, Stream csv, Stream ok, CancellationToken cancellation)
    {
        if (!format.TryReadDay(fileName, out var day)) return Report(FileReceipt.Refused(FileRefusal.WrongName));
        if (day != Today) return Report(FileReceipt.Refused(FileRefusal.WrongDay));
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return Report(await ReceiveAsync(day, csv, ok, cancellation));
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Deletes what belongs to the days before one.</summary>
    public void Purge(ShanghaiDay before)
    {
        if (live is { } snapshot && snapshot.Day.CompareTo(before) < 0) live = null;
        folder.Purge(before);
    }

    private async Task<FileReceipt> ReceiveAsync(ShanghaiDay day, Stream csv, Stream ok, CancellationToken cancellation)
    {
        var tags = new PersonTags(daySecret(day));
        var reading = new FileReading(format, day, tags);
        if (await reading.ReadAsync(csv, cancellation) is { } broken) return reading.Refuse(broken);
        if (await OkFile.ReadAsync(ok, cancellation) is not { } promised) return reading.Refuse(FileRefusal.OkUnreadable);
        if (reading.Judge(promised) is { } refusal) return reading.Refuse(refusal);

        var snapshot = Snapshot.Of(day, tags, reading.Tags);
        folder.Write(snapshot);
        live = snapshot;
        return reading.Accept();
    }

    private void Restore(ShanghaiDay day)
    {
        live = folder.Load(day, new PersonTags(daySecret(day)));
        if (live is null) FileLog.SnapshotDamaged(logger, Source, day.Compact);
    }

    private FileReceipt Report(FileReceipt receipt)
    {
        if (receipt.Accepted) FileLog.FileAccepted(logger, Source, receipt.Rows, receipt.BadRowCount);
        else FileLog.FileRefused(logger, Source, receipt.Reason, receipt.Rows, receipt.BadRowCount);
        return receipt;
    }
}
