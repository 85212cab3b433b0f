using HealthBao.Sandbox.Composition;
using Npgsql;

namespace HealthBao.Sandbox.Beijing;

/// <summary>The made-up people begin anew with every start of their system: whatever an earlier one left is dropped.</summary>
internal static class FreshStore
{
    public static void Clear(PartPlan plan)
    {
        if (plan.Settings["HealthCode:DataDirectory"] is { } directory && Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
        if (plan.Settings.GetValueOrDefault("Storage:ConnectionString") is not { } postgres) return;
        using var source = NpgsqlDataSource.Create(postgres);
        using var read = source.CreateCommand($"SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'healthcode_{plan.Region}' OR schema_name LIKE 'hc\\_day\\_%\\_{plan.Region}'");
        var schemas = new List<string>();
        using (var rows = read.ExecuteReader())
            while (rows.Read())
                schemas.Add(rows.GetString(0));
        foreach (var schema in schemas)
        {
            using var drop = source.CreateCommand($"DROP SCHEMA {schema} CASCADE");
            drop.ExecuteNonQuery();
        }
    }
}
