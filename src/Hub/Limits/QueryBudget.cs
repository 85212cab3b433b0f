using System.Collections.Concurrent;
using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Telemetry;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Limits;

/// <summary>
/// The daily budget of status queries, one per partner for all nodes. A node takes some of it at a time, and what it takes counts at once:
/// all nodes together never ask more than the budget. What a node holds when it is killed is lost until 24:00.
/// </summary>
internal sealed class QueryBudget(BudgetRows rows, AuditLog audit, Alarms alarms, HubMeters meters, IOptions<LimitOptions> options, TimeProvider clock, ILogger<QueryBudget> log) : IHostedService
{
    // Another node may give back what it did not ask; a flood of questions does not look for that each time.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Purse> purses = new(StringComparer.Ordinal);

    /// <summary>Claims one question.</summary>
    public async Task<BudgetState> SpendAsync(Partner partner, CancellationToken cancellation)
    {
        var purse = purses.GetOrAdd(partner.ClientId, id => new(id));
        await purse.Turn.WaitAsync(cancellation);
        try
        {
            // Not the caller's to break off: what was taken meanwhile would be lost until 24:00.
            await FillAsync(purse, partner.Limits.QueryBudget ?? options.Value.QueryBudget, CancellationToken.None);
            return await ClaimAsync(purse, CancellationToken.None);
        }
        catch (Exception e) when (IsRegisters(e))
        {
            Log.BudgetUnavailable(log, partner.ClientId, e.GetType().Name);
            return default;
        }
        finally
        {
            purse.Turn.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives back what was not asked, for the other nodes; also when the host has no patience left, since it takes moments.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var purse in purses.Values)
        {
            if (!await purse.Turn.WaitAsync(LookAgain, CancellationToken.None)) continue;
            try
            {
                await EmptyAsync(purse, CancellationToken.None);
            }
            catch (Exception e) when (IsRegisters(e))
            {
                // It stays taken until 24:00, and the others' with it: too little may be asked, never too much.
                Log.BudgetUnavailable(log, purse.ClientId, e.GetType().Name);
                return;
            }
            finally
            {
                purse.Turn.Release();
            }
        }
    }

    private async Task FillAsync(Purse purse, long budget, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var day = ShanghaiDay.At(now);
        if (!purse.IsFor(day, budget))
        {
            await EmptyAsync(purse, cancellation);
            purse.Open(day, budget);
        }

        if (purse.Held > 0 || now - purse.FoundSpent < LookAgain) return;
        purse.Put(await rows.TakeAsync(purse.ClientId, day, budget, options.Value.BudgetLease, cancellation), now);
    }

    private async Task<BudgetState> ClaimAsync(Purse purse, CancellationToken cancellation)
    {
        var untilEnd = purse.Day.End - clock.GetUtcNow();
        if (purse.Held > 0)
        {
            purse.Spend();
            return new(BudgetOutcome.Open, purse.Budget, purse.Held + purse.Left, untilEnd);
        }

        if (!purse.IsTold) await TellAsync(purse, cancellation);
        meters.LimitSpent("budget");
        return new(BudgetOutcome.Spent, purse.Budget, 0, untilEnd);
    }

    private async Task TellAsync(Purse purse, CancellationToken cancellation)
    {
        var note = $"{purse.Budget} status queries on {purse.Day}";
        await audit.AppendAsync(
            new AuditEntry(AuditKind.BudgetSpent, purse.ClientId) { Outcome = "closed", Note = note },
            alarms.Raise(AuditKind.Enumeration, purse.ClientId, "budget-spent", note));
        purse.IsTold = true;
        await rows.ToldAsync(purse.ClientId, purse.Day, purse.Budget, cancellation);
    }

    private async Task EmptyAsync(Purse purse, CancellationToken cancellation)
    {
        if (purse.Empty() is var unspent and > 0) await rows.GiveBackAsync(purse.ClientId, purse.Day, unspent, cancellation);
    }

    private static bool IsRegisters(Exception e) => e is DbException or DbUpdateException or InvalidOperationException { InnerException: DbException };
}
