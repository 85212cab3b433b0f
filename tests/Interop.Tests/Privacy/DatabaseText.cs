using System.Globalization;
using System.Text;
using Npgsql;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Every column of every row of every table of a PostgreSQL database, as it is and as text.</summary>
internal static class DatabaseText
{
    public static async Task ReadAsync(string connectionString, Action<byte[]> see)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"))
        await using (var names = await command.ExecuteReaderAsync())
            while (await names.ReadAsync())
                tables.Add(names.GetString(0));

        foreach (var table in tables)
        {
            await using var command = source.CreateCommand($"SELECT * FROM {table}");
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                for (var column = 0; column < rows.FieldCount; column++)
                    see(rows.GetValue(column) is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(Convert.ToString(rows.GetValue(column), CultureInfo.InvariantCulture) ?? ""));
        }
    }
}
