using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.Beijing;

/// <summary>
/// Plays the offices that feed Beijing's system: drops each day's files into its folder, and tomorrow's lists with them, before the system
/// listens and again when the clock has moved on. Plants the codes that <c>sandbox.json</c> lists, which live all day.
/// </summary>
internal sealed class BeijingFeeder(DropFolder dropped, DataFolder data, NativeCodes codes, PersonRegister register, Population people, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim feeding = new(1);
    private ShanghaiDay? fed;

    private ShanghaiDay Today => ShanghaiDay.At(clock.GetUtcNow());

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await FeedAsync(again: false, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Drops the files of today, made of what the people are now, and tomorrow's lists.</summary>
    /// <param name="again">Even though they were dropped before.</param>
    public async Task FeedAsync(bool again, CancellationToken cancellation)
    {
        await feeding.WaitAsync(cancellation);
        try
        {
            if (!again && fed == Today) return;
            var (today, all) = (Today, people.All.ToArray());
            await DropAsync(new(today, all), withRegister: true, cancellation);
            await DropAsync(new(today.Next, all), withRegister: false, cancellation);
            Plant();
            fed = today;
        }
        finally
        {
            feeding.Release();
        }
    }

    public override void Dispose()
    {
        feeding.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await FeedAsync(again: false, stoppingToken);
    }

    private async Task DropAsync(BeijingFiles files, bool withRegister, CancellationToken cancellation)
    {
        if (withRegister) await DropAsync(files.Register(), cancellation);
        // Twice: whoever stands in the first and not in the second has dropped off the list.
        await DropAsync(files.Central(withDropped: true), cancellation);
        await DropAsync(files.Central(withDropped: false), cancellation);
        await DropAsync(files.Home(), cancellation);
        await DropAsync(files.Trips(), cancellation);
    }

    private async Task DropAsync((string Name, byte[] Csv, byte[] Ok) file, CancellationToken cancellation)
    {
        var path = Path.Combine(new DataFolder(data.File("inbox")).Path, file.Name);
        await File.WriteAllBytesAsync(path, file.Csv, cancellation);
        await File.WriteAllBytesAsync(path + ".ok", file.Ok, cancellation);
        await dropped.LookAsync(cancellation);
        if (File.Exists(path + ".refused")) throw new InvalidOperationException($"{file.Name} was refused: {await File.ReadAllTextAsync(path + ".report.json", cancellation)}");
    }

    private void Plant()
    {
        foreach (var (content, citizen, until) in people.StandingCodes)
            codes.Put(new(content, register.RefOf(BeijingSystem.DocumentOf(citizen)), citizen.Masked, until < Today.End ? until : Today.End));
    }
}
