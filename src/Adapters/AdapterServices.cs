using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Corrections;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Expiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Joining;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Revocation;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Storage;
using HealthBao.Adapters.Telemetry;
using HealthBao.Contracts.Trust;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;

namespace HealthBao.Adapters;

/// <summary>What the service is made of, in three parts: its settings, the region behind it, the issuing itself.</summary>
internal static class AdapterServices
{
    private const int WaitingPerCall = 4;

    public static void AddSettings(this IServiceCollection services, IConfiguration configuration, RegionFolder region)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(region);
        services.AddOptions<AdapterOptions>().Bind(configuration.GetSection(AdapterOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.PublicAddress is null or "" || IsHttp(o.PublicAddress), "Adapter:PublicAddress must be an absolute http or https address.")
            .Validate(o => o.TrustedProxies.All(TrustedProxies.IsSound), "Adapter:TrustedProxies holds what is neither an address nor a network such as 10.1.0.0/16.")
            .Validate(o => o.StatusListBlock % 4 == 0, "Adapter:StatusListBlock must be a multiple of 4.").ValidateOnStart();
        services.AddOptions<HubOptions>().Bind(configuration.GetSection(HubOptions.Section)).ValidateDataAnnotations()
            .Validate(o => IsHttp(o.Address), "Hub:Address must be an absolute http or https address.")
            .Validate(o => !o.CallKey.TrimStart().StartsWith('{') || PinnedKey.Parse(o.CallKey) is not null, "Hub:CallKey is not a public P-256 JWK.")
            .Validate(o => !o.TrustAnchor.TrimStart().StartsWith('{') || PinnedKey.Parse(o.TrustAnchor) is not null, "Hub:TrustAnchor is not a public P-256 JWK.").ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NativeSystemOptions>().Bind(configuration.GetSection(NativeSystemOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LimitOptions>().Bind(configuration.GetSection(LimitOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => new DataFolder(s.GetRequiredService<IOptions<AdapterOptions>>().Value.DataDirectory ?? Path.Combine("data", "adapters", region.Code)));
    }

    public static void AddRegion(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<SourceConnection>((s, http) => http.Timeout = s.GetRequiredService<IOptions<AdapterOptions>>().Value.SourceTimeout * 2)
            .ConfigurePrimaryHttpMessageHandler(DirectHandler).RemoveAllLoggers()
            .AddResilienceHandler("source", (pipeline, context) =>
            {
                var options = context.ServiceProvider.GetRequiredService<IOptions<AdapterOptions>>().Value;
                pipeline.AddTimeout(options.SourceTimeout * 2)
                    .AddConcurrencyLimiter(options.SourceConcurrency, options.SourceConcurrency * WaitingPerCall)
                    .AddCircuitBreaker(new Microsoft.Extensions.Http.Resilience.HttpCircuitBreakerStrategyOptions { StateProvider = context.ServiceProvider.GetRequiredService<SourceBreaker>().Provider })
                    .AddTimeout(options.SourceTimeout);
            });
        services.AddSingleton(s =>
        {
            var region = s.GetRequiredService<RegionFolder>();
            return region.Open(new()
            {
                Participant = region.Participant,
                Map = region.Map,
                Source = configuration.GetSection("Source"),
                Connection = s.GetRequiredService<SourceConnection>(),
                Clock = s.GetRequiredService<TimeProvider>(),
                Loggers = s.GetRequiredService<ILoggerFactory>(),
                DataDirectory = new DataFolder(s.GetRequiredService<DataFolder>().File("files")).Path,
                DaySecret = day => s.GetRequiredService<DayKeys>().RegionSecret(day),
            });
        });
    }

    public static void AddIssuing(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<IOptions<StorageOptions>>().Value is { Provider: StorageOptions.Postgres } postgres
            ? (IStorage)new PostgresStorage(postgres.ConnectionString!, s.GetRequiredService<RegionFolder>().Code)
            : new SqliteStorage(s.GetRequiredService<DataFolder>()));
        services.AddSingleton<AdapterStore>().AddSingleton<ChangeRecords>().AddSingleton<EnrolmentKey>().AddSingleton<DayKeys>();
        services.AddSingleton<HubCallKey>().AddSingleton<HubCalls>().AddSingleton<TravellerLimits>();
        services.AddSingleton<Enquirer>().AddSingleton<PassIssuer>().AddSingleton<StatusListPublication>().AddSingleton<DeltaSigner>();
        services.AddSingleton<NativeSystemGate>().AddSingleton<UploadReader>();
        services.AddSingleton<PassFeature>().AddSingleton<StatusQueryFeature>().AddSingleton<CorrectionFeature>().AddSingleton<CorrectionDeskFeature>();
        services.AddSingleton<KeysFeature>().AddSingleton<ConceptMapFeature>().AddSingleton<HealthFeature>();
        services.AddSingleton<StatusListFeature>().AddSingleton<ChangesFeature>().AddSingleton<CardListFeature>();
        services.AddSingleton<MassChanges>().AddSingleton<ChangeAcceptance>();
        services.AddSingleton<ChangeFeature>().AddSingleton<ChangeRecordFeature>().AddSingleton<NightlyFileFeature>();
        services.AddSingleton<AdapterMeters>().AddSingleton<AdapterGauges>().AddSingleton<SourceBreaker>();
        services.AddSingleton<JoinState>().AddSingleton<OwnAddress>().AddSingleton<HubTrustAnchor>();
        services.AddHttpClient<HubConnection>((s, http) =>
        {
            http.BaseAddress = new(s.GetRequiredService<IOptions<HubOptions>>().Value.Address);
            http.Timeout = TimeSpan.FromSeconds(10);
            http.MaxResponseContentBufferSize = TrustListToken.MaxBytes;
        }).ConfigurePrimaryHttpMessageHandler(DirectHandler).RemoveAllLoggers();
        services.AddSingleton<DayTurn>();
        services.AddHostedService(s => s.GetRequiredService<DayTurn>());
        services.AddHostedService<JoinHub>();
        services.AddHostedService<OwnKeysWatch>();
    }

    private static bool IsHttp(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static SocketsHttpHandler DirectHandler() =>
        // Neither the region's own system nor the hub is told of our traces.
        new() { ActivityHeadersPropagator = null, AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(3) };
}
