using System.Threading.Channels;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Notices;

/// <summary>
/// Hears that statuses may have changed, determines anew the people who were told something today, and writes a notice for each whose status
/// is another one. Of one person at once; after a file or an approval of all, one after the other, in the background.
/// </summary>
internal sealed class StatusChanges(
    ToldToday told, DetermineStatus determine, FeedImport import, NoticeDelivery delivery, IOptions<NoticeOptions> options, IOptions<HealthCodeOptions> system, TimeProvider clock,
    ILogger<StatusChanges> logger) : BackgroundService
{
    private const int Page = 500;
    private readonly Channel<bool> sweeps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long epoch;

    /// <summary>Grows with whatever may have changed a status: an answer that was determined before it and remembered after it must be determined anew.</summary>
    public long Epoch => Interlocked.Read(ref epoch);

    /// <summary>A person's status may have changed.</summary>
    public async Task NoteAsync(PersonRef person)
    {
        Interlocked.Increment(ref epoch);
        if (told.Find(person) is { } row && await LookAsync(row)) delivery.Wake();
    }

    /// <summary>The same of a person whose document is not at hand.</summary>
    public async Task NoteAsync(PersonKey lasting)
    {
        Interlocked.Increment(ref epoch);
        if (told.Find(lasting) is { } row && await LookAsync(row)) delivery.Wake();
    }

    /// <summary>Anybody's status may have changed.</summary>
    public void NoteAll()
    {
        Interlocked.Increment(ref epoch);
        sweeps.Writer.TryWrite(true);
    }

    /// <summary>Determines anew everybody who was told something today.</summary>
    /// <returns>How many are told another status from now on.</returns>
    public async Task<int> SweepAsync()
    {
        var (changed, after) = (0, default(PersonKey));
        while (told.Page(after, Page) is { Count: > 0 } page)
        {
            foreach (var row in page)
                if (await LookAsync(row))
                    changed++;

            after = page[^1].Person.Today;
        }

        if (changed > 0) delivery.Wake();
        return changed;
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        import.Switched += _ => NoteAll();
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        sweeps.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        sweeps.Writer.TryComplete();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ends when it is closed below, not by an exception.
        await foreach (var _ in sweeps.Reader.ReadAllAsync(CancellationToken.None))
            try
            {
                if (!stoppingToken.IsCancellationRequested) await SweepAsync();
            }
            catch (Exception e)
            {
                // Nothing is lost: the next question is answered by what is in force, and the next change looks again.
                logger.SweepFailed(e.GetType().Name, e.StackTrace);
            }
    }

    private async Task<bool> LookAsync(ToldRow row)
    {
        var said = await determine.OfAsync(new(row.Person, null), clock.GetUtcNow());
        // That a file is late says nothing of anybody: what was told stays, and ends with its day.
        if (said.Native == row.Native || said.IsLate) return false;
        await told.ChangeAsync(row, said, NoticeBody.Of(row.Subject, options.Value.CodeSystem, said, system.Value.Region));
        return true;
    }
}
