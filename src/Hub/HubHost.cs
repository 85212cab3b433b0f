using HealthBao.Hub.Audit;
using HealthBao.Hub.FrontDoor;
using HealthBao.Hub.Idempotency;
using HealthBao.Hub.Limits;
using HealthBao.Hub.OpenApi;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Privacy;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Queries;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Revocation;
using HealthBao.Hub.Routing;
using HealthBao.Hub.Telemetry;
using HealthBao.Hub.Trust;
using HealthBao.Hub.Verification;
using HealthBao.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace HealthBao.Hub;

/// <summary>Puts the hub together; the sandbox composes it in its own process the same way.</summary>
public static class HubHost
{
    // Said here and not in appsettings.json, which a composed host does not read. Errors of frameworks stay; their chatter goes.
    private static readonly string[] Chatty = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "OpenIddict", "Polly", "Yarp", "System.Net.Http"];

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        StrictHttp.RefuseBareLineFeeds();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Every call has its own, smaller bound; up to here a body that is too large is still passed over, so that its sender hears why.
            kestrel.Limits.MaxRequestBodySize = 2 * 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        foreach (var category in Chatty) builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.AddServiceTelemetry(HubMeters.Name, region: null, parents: false);
        AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        // A policy that cannot be carried out stops the start, not the first verification.
        _ = app.Services.GetRequiredService<PolicyBook>();
        _ = app.Services.GetRequiredService<HubGauges>();
        app.UseRequestSpan();
        // Adding the libraries makes the host authenticate and authorise every request by them; here one endpoint asks one of them, and calls are judged by Scopes.
        foreach (var middleware in (string[])["__AuthenticationMiddlewareSet", "__AuthorizationMiddlewareSet"]) ((IApplicationBuilder)app).Properties[middleware] = true;
        app.UseProblems();
        app.UseStrictHttp();
        app.UseRateLimiter();
        app.UseIdempotencyKeys();
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi();
        app.MapTrust();
        app.MapParticipants();
        app.MapEnrolmentKeys();
        app.MapKeys();
        app.MapPolicyRequests();
        app.MapRegions();
        app.MapPolicies();
        app.MapToken();
        app.MapPartners();
        app.MapVerifications();
        app.MapStatusQueries();
        app.MapAudit();
        app.MapReverseProxy(proxy => proxy.UseForwardingProblems());
        return app;
    }

    private static void AddServices(IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<HubOptions>().Bind(configuration.GetSection("Hub")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection("Storage")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IMemoryPoolFactory<byte>, WipedMemoryPools>();
        services.AddDbContextFactory<HubDatabase>(Connect);
        services.AddSingleton<HubKeys>().AddSingleton<Register>().AddSingleton<ParticipantRegister>().AddSingleton<KeyRegister>().AddSingleton<PolicyRegister>().AddSingleton<EnrolmentCalls>();
        services.AddSingleton<TrustStates>().AddSingleton<RegisterCopy>().AddSingleton<TrustSource>().AddHostedService<RegisterWatch>().AddHostedService<RegisterPurge>();
        services.AddCapacity(configuration);
        services.AddAudit(configuration);
        services.AddLimits(configuration);
        services.AddIdempotencyKeys();
        services.AddPartners(configuration);
        services.AddSingleton(s => PolicyBook.Load(s.GetRequiredService<IOptions<HubOptions>>().Value.PolicyDirectory));
        services.AddSingleton<SignedPolicies>().AddSingleton<VerifyPass>().AddSingleton<NativeCodes>();
        services.AddQueries(configuration);
        services.AddSingleton<StatusListHolder>().AddSingleton<ChangeListener>().AddSingleton<RegionCalls>().AddHostedService<StatusListReader>();
        services.AddSingleton<HubMeters>().AddSingleton<HubGauges>().AddSingleton<RegionBreakers>().AddSingleton<RegionReadiness>();
        services.AddReverseProxy();
        services.AddSingleton<IProxyConfigProvider, RegionRoutes>().AddSingleton<IForwarderHttpClientFactory, RegionHttpClientFactory>();
    }

    private static void Connect(IServiceProvider services, DbContextOptionsBuilder database)
    {
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var directory = services.GetRequiredService<IOptions<HubOptions>>().Value.DataDirectory;
        if (storage.Provider == "postgres") database.UseNpgsql(storage.ConnectionString ?? throw new InvalidOperationException("Set Storage:ConnectionString for PostgreSQL."));
        else
        {
            Directory.CreateDirectory(directory);
            database.UseSqlite(storage.ConnectionString ?? $"Data Source={Path.Combine(directory, "hub.db")}");
        }
    }
}
