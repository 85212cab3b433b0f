using HealthBao.Hub.Telemetry;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Audit;

/// <summary>What the audit log is made of. It starts before anything that records, and stops after it.</summary>
internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection("Audit")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(Store);
        services.AddSingleton(s => new AuditLog(
            s.GetRequiredService<IAuditStore>(), s.GetRequiredService<IOptions<AuditOptions>>(), s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<HubMeters>(), s.GetRequiredService<ILogger<AuditLog>>()));
        services.AddHostedService(s => s.GetRequiredService<AuditLog>());
        services.AddSingleton<AuditReader>().AddSingleton<AuditRetention>().AddHostedService(s => s.GetRequiredService<AuditRetention>());
    }

    private static IAuditStore Store(IServiceProvider services)
    {
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        return storage.Provider == "postgres"
            ? new PostgresAuditStore(storage.ConnectionString!)
            : new SqliteAuditStore(services.GetRequiredService<IOptions<AuditOptions>>().Value.Directory ?? Path.Combine(services.GetRequiredService<IOptions<HubOptions>>().Value.DataDirectory, "audit"));
    }
}
