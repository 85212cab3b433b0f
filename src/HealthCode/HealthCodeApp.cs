using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Dependants;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Enquiry;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.FollowUp;
using HealthBao.HealthCode.Feeds.Reporting;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.Paper;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Proofing;
using HealthBao.HealthCode.Proofing.Staffed;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Tickets;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode;

/// <summary>A region's own health-code system, ready to run; several may live in one process.</summary>
public static class HealthCodeApp
{
    /// <summary>Builds the system from the builder's configuration and, when it is registered, its <see cref="TimeProvider"/>.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or out of range; the message names it (when the service starts).</exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        StrictHttp.RefuseBareLineFeeds();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ReceivedBody.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddSettings(builder.Configuration);
        builder.Services.AddStorage();
        builder.Services.AddFeeds();
        builder.Services.AddDetermination();
        builder.Services.AddSessions();
        builder.Services.AddProofing();
        builder.Services.AddTickets();
        builder.Services.AddDependants();
        builder.Services.AddNative();
        builder.Services.AddNotices();
        var app = builder.Build();
        app.UseForwardedHeaders(TrustedProxies.Of(app.Services.GetRequiredService<IOptions<HealthCodeOptions>>().Value.TrustedProxies));
        app.UseMiddleware<ProblemPages>();
        app.Use(StrictHttp.CheckAsync);
        NativeFeature.Map(app);
        CorrectionCall.Map(app);
        FeedFileFeature.Map(app);
        ReportFeature.Map(app);
        FollowUpFeature.Map(app);
        FeedStateFeature.Map(app);
        ExplanationFeature.Map(app);
        ApprovalFeature.Map(app);
        SessionFeature.Map(app);
        BeginFeature.Map(app);
        FramesFeature.Map(app);
        StaffedFeature.Map(app);
        StaffedDeskFeature.Map(app);
        EnquiryFeature.Map(app);
        TicketFeature.Map(app);
        EvidenceFeature.Map(app);
        DeskFeature.Map(app);
        WayOutFeature.Map(app);
        TripFeature.Map(app);
        DependantFeature.Map(app);
        ProxyQueryFeature.Map(app);
        PaperFeature.Map(app);
        HealthFeature.Map(app);
        return app;
    }
}
