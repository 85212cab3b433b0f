using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Dependants;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Enquiry;
using HealthBao.HealthCode.Expiry;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.FollowUp;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Feeds.Reporting;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.Paper;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Proofing;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Proofing.Portraits;
using HealthBao.HealthCode.Proofing.Staffed;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using HealthBao.HealthCode.Tickets;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode;

/// <summary>What the system is made of, slice by slice.</summary>
internal static class HealthCodeServices
{
    private const int MinSecret = 16;

    public static void AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<HealthCodeOptions>().Bind(configuration.GetSection(HealthCodeOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.TrustedProxies.All(TrustedProxies.IsSound), "HealthCode:TrustedProxies holds what is neither an address nor a network such as 10.1.0.0/16.").ValidateOnStart();
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FeedOptions>().Bind(configuration.GetSection(FeedOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PersonSessionOptions>().Bind(configuration.GetSection(PersonSessionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TicketOptions>().Bind(configuration.GetSection(TicketOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ProofingOptions>().Bind(configuration.GetSection(ProofingOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.HandAt >= o.MatchAt, "Proofing:HandAt must not be less than Proofing:MatchAt.").ValidateOnStart();
        services.AddOptions<PartnerOptions>().Bind(configuration.GetSection(PartnerOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NoticeOptions>().Bind(configuration.GetSection(NoticeOptions.Section)).ValidateDataAnnotations()
            .Validate(o => o.Adapter is null || (Uri.TryCreate(o.Adapter, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"), "Notices:Adapter must be an absolute http or https address.")
            .Validate(o => o.Adapter is null || o.Secret is not null, "Notices:Secret is missing; Notices:Adapter needs it.").ValidateOnStart();
        services.AddOptions<List<OfficeOptions>>().Bind(configuration.GetSection(OfficeOptions.Section))
            .Validate(o => o.All(a => AuthorityCode.TryParse(a.Code, out _)), "Offices:…:Code must be a division and an office such as 110000/CDC.")
            .Validate(o => o.All(a => a.Secret.Length >= MinSecret), $"Offices:…:Secret must have at least {MinSecret} characters.")
            .Validate(o => o.DistinctBy(a => a.Code).Count() == o.Count, "Offices: an office stands twice.").ValidateOnStart();
        services.AddSingleton(s => new DataFolder(
            s.GetRequiredService<IOptions<HealthCodeOptions>>().Value is { DataDirectory: { } directory } ? directory
            : Path.Combine("data", "healthcode", s.GetRequiredService<IOptions<HealthCodeOptions>>().Value.Region)));
    }

    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<IOptions<StorageOptions>>().Value is { Provider: StorageOptions.Postgres } postgres
            ? (IStorage)new PostgresStorage(postgres.ConnectionString!, s.GetRequiredService<IOptions<HealthCodeOptions>>().Value.Region)
            : new SqliteStorage(s.GetRequiredService<DataFolder>()));
        services.AddSingleton<LastingStore>().AddSingleton<KeyFolder>().AddSingleton<PersonRegister>().AddSingleton<DayStores>();
        services.AddSingleton<DayTurn>();
        services.AddHostedService(s => s.GetRequiredService<DayTurn>());
        services.AddSingleton<HealthFeature>();
    }

    public static void AddFeeds(this IServiceCollection services) =>
        services.AddSingleton<FeedsInForce>().AddSingleton<ListSwitch>().AddSingleton<FeedImport>().AddSingleton<OfficeGate>()
            .AddSingleton<FeedFileFeature>().AddSingleton<FeedStateFeature>().AddSingleton<TakeReport>().AddSingleton<ReportFeature>().AddSingleton<FollowUpFeature>()
            .AddSingleton<DropFolder>().AddHostedService(s => s.GetRequiredService<DropFolder>());

    public static void AddDetermination(this IServiceCollection services) =>
        services.AddSingleton<GatherFacts>().AddSingleton<DetermineStatus>().AddSingleton<ExplanationFeature>().AddSingleton<ApprovalFeature>();

    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<ToldToday>().AddSingleton(ToldToday.Schema).AddSingleton<NoticeDelivery>().AddSingleton<StatusChanges>();
        services.AddHostedService(s => s.GetRequiredService<NoticeDelivery>()).AddHostedService(s => s.GetRequiredService<StatusChanges>());
        services.AddHttpClient(NoticeDelivery.Client, client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(3) }).RemoveAllLoggers();
    }

    public static void AddSessions(this IServiceCollection services) =>
        services.AddSingleton<ProvenToday>().AddSingleton(SessionTable.Day).AddSingleton<OpenSession>().AddSingleton<DeviceGate>().AddSingleton<SessionGate>().AddSingleton<SessionFeature>()
            .AddSingleton<OwnStatus>().AddSingleton<EnquiryFeature>();

    public static void AddProofing(this IServiceCollection services)
    {
        services.AddSingleton<FaceNetworks>().AddSingleton<EnrolledPortraits>();
        services.TryAddSingleton<ReadFace>(s => s.GetRequiredService<FaceNetworks>().Read);
        services.TryAddSingleton<IPortraitSource>(s => s.GetRequiredService<EnrolledPortraits>());
        services.AddSingleton(Proofings.Schema).AddSingleton<Proofings>().AddSingleton(FaceAttempts.Schema).AddSingleton<FaceAttempts>().AddSingleton<FaceQueue>().AddSingleton<FaceCheck>()
            .AddSingleton<ProofingDevice>().AddSingleton<ProvePerson>().AddSingleton<BeginFeature>().AddSingleton<FramesFeature>()
            .AddSingleton<StaffedChecks>().AddSingleton<StaffedFeature>().AddSingleton<StaffedDeskFeature>();
    }

    public static void AddTickets(this IServiceCollection services) =>
        services.AddSingleton<LastingVault>().AddSingleton<TicketBook>().AddSingleton(s => s.GetRequiredService<TicketBook>().End).AddSingleton<AskerGate>().AddSingleton<TicketReader>()
            .AddSingleton<OpenTicket>().AddSingleton<TicketEffect>().AddSingleton<DecideTicket>().AddSingleton<TicketFeature>().AddSingleton<EvidenceFeature>().AddSingleton<DeskFeature>()
            .AddSingleton<WayOutFeature>().AddSingleton<TripFeature>();

    public static void AddDependants(this IServiceCollection services) =>
        services.AddSingleton<ConsentCodes>().AddSingleton<DependantBook>().AddSingleton(s => s.GetRequiredService<DependantBook>().End).AddSingleton<DependantFeature>().AddSingleton<ProxyQueryFeature>();

    public static void AddNative(this IServiceCollection services) =>
        services.AddSingleton<NativeCodes>().AddSingleton(PaperCodes.Schema).AddSingleton<PaperCodes>().AddSingleton<PaperFeature>().AddSingleton<CorrectionCall>().AddSingleton<PartnerSeal>().AddSingleton<NativeFeature>();
}
