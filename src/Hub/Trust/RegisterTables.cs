using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthBao.Hub.Trust;

/// <summary>Makes the register's tables and its revision, where they are not there yet: all in an empty database, the new ones in one of an earlier version.</summary>
internal static class RegisterTables
{
    private const int Attempts = 5;
    private const string SqliteTables = "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'";
    private const string PostgresTables = "SELECT table_name::text AS \"Value\" FROM information_schema.tables WHERE table_schema = 'hub'";

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
        var made = (await database.Database.SqlQueryRaw<string>(database.Database.IsNpgsql() ? PostgresTables : SqliteTables).ToListAsync(cancellation)).ToHashSet();
        if (database.Model.GetEntityTypes().All(t => made.Contains(t.GetTableName()!))) return;
        var model = database.GetService<IDesignTimeModel>().Model;
        var missing = database.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel()).Where(o => !IsMade(o, made)).ToArray();
        var commands = database.GetService<IMigrationsSqlGenerator>().Generate(missing, model);
        await database.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, database.GetService<IRelationalConnection>(), cancellation);
    }

    private static bool IsMade(MigrationOperation operation, HashSet<string> made) => operation switch
    {
        CreateTableOperation table => made.Contains(table.Name),
        CreateIndexOperation index => made.Contains(index.Table),
        _ => false,
    };
}
