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
    private const string SqliteColumns = "SELECT m.name || '.' || c.name AS \"Value\" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'";
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
        var columns = (await database.Database.SqlQueryRaw<string>(database.Database.IsNpgsql() ? PostgresColumns : SqliteColumns).ToListAsync(cancellation)).ToHashSet();
        if (database.Model.GetEntityTypes().All(t => t.GetProperties().All(p => columns.Contains($"{t.GetTableName()}.{p.GetColumnName()}")))) return;
        var tables = columns.Select(c => c.Split('.')[0]).ToHashSet();
        var model = database.GetService<IDesignTimeModel>().Model;
        var missing = database.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel()).SelectMany(o => Missing(o, tables, columns)).ToArray();
        var commands = database.GetService<IMigrationsSqlGenerator>().Generate(missing, model);
        await database.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, database.GetService<IRelationalConnection>(), cancellation);
    }

    private static IEnumerable<MigrationOperation> Missing(MigrationOperation operation, HashSet<string> tables, HashSet<string> columns) => operation switch
    {
        CreateTableOperation table when tables.Contains(table.Name) => table.Columns.Where(c => !columns.Contains($"{c.Table}.{c.Name}")).Select(Added),
        CreateIndexOperation index when tables.Contains(index.Table) => [],
        _ => [operation],
    };

    // What stands there already gets the zero of the column's type.
    private static AddColumnOperation Added(AddColumnOperation column)
    {
        if (!column.IsNullable) column.DefaultValue = column.ClrType == typeof(string) ? "" : Activator.CreateInstance(column.ClrType);
        return column;
    }
}
