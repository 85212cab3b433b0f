using System.Text.Json;
using HealthBao.Hub.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthBao.Hub.Trust;

/// <summary>One change of the register, under way. It raises the revision in its own transaction, so that all nodes see it; what is not committed was not raised,
/// and what cannot be audited is not committed.</summary>
internal sealed class RegisterChange(HubDatabase database, IDbContextTransaction transaction, AuditLog audit) : IAsyncDisposable
{
    public HubDatabase Database => database;

    // Raising the revision first locks its row: changes on all nodes come one after the other.
    public static async Task<RegisterChange> BeginAsync(IDbContextFactory<HubDatabase> databases, AuditLog audit, TimeProvider clock, CancellationToken cancellation)
    {
        var database = await databases.CreateDbContextAsync(cancellation);
        try
        {
            var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await database.Revisions.ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Number, x => x.Number + 1).SetProperty(x => x.Sequence, x => x.Sequence >= now ? x.Sequence + 1 : now).SetProperty(x => x.SignedAt, now), cancellation);
            return new(database, transaction, audit);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Records what was changed, and then writes it; nothing, and no new revision, when nothing was.</summary>
    /// <exception cref="AuditUnavailableException">It cannot be recorded, and so it did not happen.</exception>
    public async Task CommitAsync(CancellationToken cancellation, params AuditEntry[] entries)
    {
        if (!database.ChangeTracker.HasChanges()) return;
        await audit.AppendAsync(entries);
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Records a call that was refused although its sender proved who it is. Nothing is written.</summary>
    public async Task<T> RefuseAsync<T>(T why, AuditEntry entry) where T : struct, Enum
    {
        await transaction.RollbackAsync();
        await audit.AppendAsync(entry with { Outcome = "refused", Note = JsonNamingPolicy.KebabCaseLower.ConvertName(why.ToString()) });
        return why;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await database.DisposeAsync();
    }
}
