using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthBao.Hub.Trust;

/// <summary>One change of the register, under way. It raises the revision in its own transaction, so that all nodes see it; what is not committed was not raised.</summary>
internal sealed class RegisterChange(HubDatabase database, IDbContextTransaction transaction) : IAsyncDisposable
{
    public HubDatabase Database => database;

    // Raising the revision first locks its row: changes on all nodes come one after the other.
    public static async Task<RegisterChange> BeginAsync(IDbContextFactory<HubDatabase> databases, TimeProvider clock, CancellationToken cancellation)
    {
        var database = await databases.CreateDbContextAsync(cancellation);
        try
        {
            var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await database.Revisions.ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Number, x => x.Number + 1).SetProperty(x => x.Sequence, x => x.Sequence >= now ? x.Sequence + 1 : now).SetProperty(x => x.SignedAt, now), cancellation);
            return new(database, transaction);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes what was changed; nothing, and no new revision, when nothing was.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        if (!database.ChangeTracker.HasChanges()) return;
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await database.DisposeAsync();
    }
}
