using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace HealthBao.Hub.Trust;

/// <summary>Makes the register's tables and its revision, where they are not there yet: all in an empty database, the new tables and columns in one of an earlier version.</summary>
internal static class RegisterTables
{
    private const int Attempts = 5;
    private const string SqliteColumns = "SELECT t.name || '.' || c.name AS \"Value\" FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'";
    private const string PostgresColumns = "SELECT table_name || '.' || column_name AS \"Value\" FROM information_schema.columns WHERE table_schema = 'hub'";

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
        var made = (await database.Database.SqlQueryRaw<string>(database.Database.IsNpgsql() ? PostgresColumns : SqliteColumns).ToListAsync(cancellation)).ToHashSet();
        if (database.Model.GetRelationalModel().Tables.All(t => t.Columns.All(c => made.Contains($"{t.Name}.{c.Name}")))) return;
        var tables = made.Select(c => c[..c.IndexOf('.', StringComparison.Ordinal)]).ToHashSet();
        var model = database.GetService<IDesignTimeModel>().Model;
        var missing = database.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel()).SelectMany(o => Missing(o, tables, made)).ToArray();
        var commands = database.GetService<IMigrationsSqlGenerator>().Generate(missing, model);
        await database.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, database.GetService<IRelationalConnection>(), cancellation);
    }

    // A column that is new in an old table is empty in its rows, or 0. A text that may not be empty fails here, and with it the start.
    private static IEnumerable<MigrationOperation> Missing(MigrationOperation operation, HashSet<string> tables, HashSet<string> columns) => operation switch
    {
        CreateTableOperation table when tables.Contains(table.Name) => table.Columns.Where(c => !columns.Contains($"{table.Name}.{c.Name}")).Select(WithDefault),
        CreateIndexOperation index when tables.Contains(index.Table) => [],
        _ => [operation],
    };

    private static AddColumnOperation WithDefault(AddColumnOperation column)
    {
        if (!column.IsNullable && column.ClrType.IsValueType) column.DefaultValue ??= Activator.CreateInstance(column.ClrType);
        return column;
    }
}
