using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthBao.Hub.Trust;

/// <summary>Makes the register's tables and its revision, where they are not there yet.</summary>
internal static class RegisterTables
{
    private const int Attempts = 5;
    private const string SqliteTables = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = 'Revisions'";
    private const string PostgresTables = "SELECT COUNT(*)::int AS \"Value\" FROM information_schema.tables WHERE table_schema = 'hub' AND table_name = 'Revisions'";

    /// <summary>Of several nodes that start together one makes the tables; the others' attempt fails, and the next finds them made.</summary>
    public static async Task EnsureAsync(IDbContextFactory<HubDatabase> databases, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(cancellation);
                await MakeAsync(database, cancellation);
                if (await database.Revisions.AnyAsync(cancellation)) return;
                database.Revisions.Add(new());
                await database.SaveChangesAsync(cancellation);
                return;
            }
            catch (Exception e) when (attempt < Attempts && e is (DbException or DbUpdateException))
            {
                // Another node was first, or the next attempt says what is really wrong.
            }
        }
    }

    // Not EnsureCreated: it takes any table for its own, and adapters may keep their schemas in the same database.
    private static async Task MakeAsync(HubDatabase database, CancellationToken cancellation)
    {
        var creator = database.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation)) await creator.CreateAsync(cancellation);
        if (!await IsMadeAsync(database, cancellation)) await creator.CreateTablesAsync(cancellation);
    }

    private static async Task<bool> IsMadeAsync(HubDatabase database, CancellationToken cancellation) =>
        await database.Database.SqlQueryRaw<int>(database.Database.IsNpgsql() ? PostgresTables : SqliteTables).SingleAsync(cancellation) > 0;
}
