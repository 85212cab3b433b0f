using System.Buffers;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Telemetry;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Audit;

/// <summary>
/// The hub's audit log. Whatever waits is appended in one durable commit, and nobody is answered before; where it cannot be written, the
/// call is refused.
/// </summary>
public sealed class AuditLog : IHostedService, IDisposable
{
    /// <summary>As many entries in the last commit are a load.</summary>
    private const int Siblings = 3;

    private readonly IAuditStore store;
    private readonly TimeProvider clock;
    private readonly HubMeters meters;
    private readonly ILogger log;
    private readonly int capacity;
    private readonly TimeSpan gathering;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wake = new(0);
    private readonly ArrayBufferWriter<byte> lines = new(64 * 1024);
    private AuditBatch waiting = new();
    private Thread? writer;
    private bool stopping;
    private volatile string? fault;

    internal AuditLog(IAuditStore store, IOptions<AuditOptions> options, TimeProvider clock, HubMeters meters, ILogger<AuditLog> log)
    {
        (this.store, this.clock, this.meters, this.log) = (store, clock, meters, log);
        (capacity, gathering) = (options.Value.Waiting, TimeSpan.FromMilliseconds(options.Value.GatheringMilliseconds));
    }

    /// <summary>Why the last attempt to write failed; null when it did not.</summary>
    public string? Fault => fault;

    /// <summary>How many entries wait for the next commit.</summary>
    public int QueueLength
    {
        get
        {
            lock (gate) return waiting.Entries.Count;
        }
    }

    /// <summary>Appends entries, durably before the task completes.</summary>
    /// <exception cref="AuditUnavailableException">The log cannot be written: what was to be recorded must not happen.</exception>
    public Task AppendAsync(params ReadOnlySpan<AuditEntry> entries)
    {
        if (entries.IsEmpty) return Task.CompletedTask;
        lock (gate)
        {
            if (stopping) return Task.FromException(new AuditUnavailableException("The hub is stopping."));
            // Whoever comes with more than the bound at once still gets through when nobody waits.
            if (waiting.Entries.Count > 0 && waiting.Entries.Count + entries.Length > capacity) return Task.FromException(new AuditUnavailableException("Too many entries wait for the disk."));
            if (waiting.Entries.Count == 0) wake.Release();
            waiting.Entries.AddRange(entries);
            return waiting.Done;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        writer = new Thread(Run) { Name = "audit", IsBackground = true };
        writer.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate) stopping = true;
        wake.Release();
        writer?.Join();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        store.Dispose();
        wake.Dispose();
    }

    private void Run()
    {
        var together = 0;
        while (true)
        {
            wake.Wait();
            // Under load one commit costs more than the entries in it: whoever comes within this time shares it. A lone call never waits.
            if (together >= Siblings && !stopping) Thread.Sleep(gathering);
            AuditBatch batch;
            bool last;
            lock (gate)
            {
                (batch, waiting, last) = (waiting, new(), stopping);
            }

            together = batch.Entries.Count;

            if (batch.Entries.Count > 0) Append(batch);
            if (last) return;
        }
    }

    private void Append(AuditBatch batch)
    {
        try
        {
            var now = clock.GetUtcNow();
            var start = TimeProvider.System.GetTimestamp();
            store.Append(ShanghaiDay.At(now), now, batch.Entries.Count, Lines(batch.Entries, AuditLine.Instant(now)));
            meters.Appended(batch.Entries.Count, TimeProvider.System.GetElapsedTime(start));
        }
        catch (Exception e)
        {
            // Whatever it is, those who wait are told and refuse their calls; the writer lives on and tries again with the next.
            if (fault is null) Log.AuditFailed(log, e.GetType().Name, e.Message);
            fault = e.GetType().Name;
            meters.AppendFailed();
            batch.Fail(new("The audit log cannot be written.", e));
            return;
        }

        if (fault is not null) Log.AuditRecovered(log);
        fault = null;
        batch.Succeed();
    }

    private byte[] Lines(List<AuditEntry> entries, string at)
    {
        lines.ResetWrittenCount();
        using var json = AuditLine.Writer(lines);
        foreach (var entry in entries)
        {
            AuditLine.Write(json, entry, at);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
        }

        return lines.WrittenSpan.ToArray();
    }
}
