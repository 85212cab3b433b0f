using HealthBao.Contracts.Status;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Limits;

/// <summary>The rows of budgets, shared by all nodes. Whatever is taken is taken by one statement that looks and writes at once.</summary>
internal sealed class BudgetRows(Register register)
{
    // So that the last questions are not held by a node that nobody asks: the less is left, the less is taken.
    private const int Share = 8;

    /// <summary>Takes some of a partner's budget for this node; nothing when all of it is taken.</summary>
    /// <param name="most">The most to take.</param>
    public async Task<BudgetLease> TakeAsync(string clientId, ShanghaiDay day, long budget, int most, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        while (true)
        {
            if (await RowAsync(database, clientId, day, cancellation) is not { } row) await AddAsync(database, clientId, day, cancellation);
            else if (row.Taken >= budget) return new(0, 0, row.ToldOf == budget);
            else
            {
                var taken = Math.Clamp((budget - row.Taken) / Share, 1, most);
                var written = await Of(database, clientId, day).Where(b => b.Taken + taken <= budget)
                    .ExecuteUpdateAsync(b => b.SetProperty(x => x.Taken, x => x.Taken + taken), cancellation);
                if (written == 1) return new((int)taken, Math.Max(0, budget - row.Taken - taken), false);
            }
        }
    }

    /// <summary>Gives back what was taken and not asked.</summary>
    public async Task GiveBackAsync(string clientId, ShanghaiDay day, int unspent, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        await Of(database, clientId, day).ExecuteUpdateAsync(b => b.SetProperty(x => x.Taken, x => x.Taken - unspent), cancellation);
    }

    /// <summary>Remembers that the operator was told that this budget is spent.</summary>
    public async Task ToldAsync(string clientId, ShanghaiDay day, long budget, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        await Of(database, clientId, day).ExecuteUpdateAsync(b => b.SetProperty(x => x.ToldOf, budget), cancellation);
    }

    private static Task<QueryBudgetRow?> RowAsync(HubDatabase database, string clientId, ShanghaiDay day, CancellationToken cancellation) =>
        Of(database, clientId, day).AsNoTracking().SingleOrDefaultAsync(cancellation);

    private static IQueryable<QueryBudgetRow> Of(HubDatabase database, string clientId, ShanghaiDay day)
    {
        var start = day.Start.ToUnixTimeSeconds();
        return database.QueryBudgets.Where(b => b.ClientId == clientId && b.Day == start);
    }

    private static async Task AddAsync(HubDatabase database, string clientId, ShanghaiDay day, CancellationToken cancellation)
    {
        database.QueryBudgets.Add(new() { ClientId = clientId, Day = day.Start.ToUnixTimeSeconds(), Taken = 0 });
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node was first. Without its row the register failed.
            if (await RowAsync(database, clientId, day, cancellation) is null) throw;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }
}
