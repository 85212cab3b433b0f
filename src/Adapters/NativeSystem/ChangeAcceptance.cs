using System.Data.Common;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Telemetry;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>
/// Brings a told change into force: finds the passes that stand, records the change where it outlives the day, then sets their state.
/// What could not be recorded does not happen; what was told before today is answered alike and has no second effect.
/// </summary>
internal sealed class ChangeAcceptance(RegionFolder region, DayKeys days, ChangeRecords records, MassChanges mass, AdapterMeters meters, TimeProvider clock, ILogger<ChangeAcceptance> logger)
{
    private readonly SingleFlight<(byte[] Content, ChangeOutcome Outcome)> flights = new();

    /// <summary>Accepts a change.</summary>
    /// <param name="change">What was told.</param>
    /// <param name="idempotencyKey">The caller's name of the call, or null.</param>
    /// <param name="nonce">The call's nonce, by which the region's own system finds the call in its journal.</param>
    public async Task<ChangeOutcome> AcceptAsync(ToldChange change, string? idempotencyKey, string nonce, CancellationToken cancellation)
    {
        var day = days.Today;
        var claim = change.ClaimIn(day.Tags, idempotencyKey);
        var flight = Convert.ToBase64String(claim.IdempotencyKey ?? claim.Content);
        var (content, outcome) = await flights.JoinAsync(flight, async () => (claim.Content, await AcceptAsync(day, change, claim, nonce)), cancellation);
        return content.AsSpan().SequenceEqual(claim.Content) ? outcome : new ChangeOutcome.KeyTaken();
    }

    private async Task<ChangeOutcome> AcceptAsync(DayStore day, ToldChange change, ChangeClaim claim, string nonce)
    {
        try
        {
            var found = await day.FindStandingAsync(claim);
            if (found.Told is { } told) return told.Content.AsSpan().SequenceEqual(claim.Content) ? new ChangeOutcome.InForce(told.Passes, told.Record) : new ChangeOutcome.KeyTaken();
            var record = await records.AddAsync(RecordOf(day, change, found.Indexes, nonce));
            await day.ApplyAsync(claim, found.Indexes, record.Number);
            logger.ChangeInForce(region.Code, found.Indexes.Count, claim.State.ToString(), record.Number);
            mass.Note(record);
            meters.Changed(change.Reason?.Code, found.Indexes.Count);
            return new ChangeOutcome.InForce(found.Indexes.Count, record.Number);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            // The region's own system is told, and tries again: without a record nothing happens.
            logger.ChangeUnrecorded(region.Code, e.GetType().Name, e.StackTrace);
            return new ChangeOutcome.Unrecorded();
        }
    }

    private ChangeRecord RecordOf(DayStore day, ToldChange change, IReadOnlyList<int> indexes, string nonce) =>
        new(0, DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()), change.Authority?.Value, change.Reason?.Code, change.Status, change.State, day.Day, indexes, nonce);
}
