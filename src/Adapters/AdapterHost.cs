using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Corrections;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Revocation;
using HealthBao.Adapters.Settings;
using HealthBao.Adapters.Telemetry;
using HealthBao.Telemetry;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters;

/// <summary>One region's issuing service, ready to run; several may live in one process.</summary>
public static class AdapterHost
{
    // Said here and not in appsettings.json, which a composed service does not read. Errors of frameworks stay; their chatter, which names paths, goes.
    private static readonly string[] Chatty = ["Microsoft.AspNetCore", "Polly", "System.Net.Http"];

    /// <summary>Builds the service of a region from the builder's configuration and, when it is registered, its <see cref="TimeProvider"/>.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is missing or out of range; the message names it (when the service starts).</exception>
    public static WebApplication Build(WebApplicationBuilder builder, RegionFolder region)
    {
        StrictHttp.RefuseBareLineFeeds();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ReceivedBody.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        foreach (var category in Chatty) builder.Logging.AddFilter(category, LogLevel.Warning);
        builder.AddServiceTelemetry(AdapterMeters.Name, region.Code, parents: true);
        builder.Services.AddSettings(builder.Configuration, region);
        builder.Services.AddRegion(builder.Configuration);
        builder.Services.AddIssuing();
        var app = builder.Build();
        if (app.Configuration["NativeSystem:Secret"] is null) app.Logger.NoNativeSecret(region.Code);
        _ = app.Services.GetRequiredService<AdapterGauges>();
        app.UseRequestSpan();
        app.UseForwardedHeaders(TrustedProxies.Of(app.Services.GetRequiredService<IOptions<AdapterOptions>>().Value.TrustedProxies));
        app.UseMiddleware<ProblemPages>();
        app.Use(StrictHttp.CheckAsync);
        PassFeature.Map(app);
        StatusQueryFeature.Map(app);
        CorrectionFeature.Map(app);
        CorrectionDeskFeature.Map(app);
        KeysFeature.Map(app);
        ConceptMapFeature.Map(app);
        StatusListFeature.Map(app);
        ChangesFeature.Map(app);
        CardListFeature.Map(app);
        ChangeFeature.Map(app);
        ChangeRecordFeature.Map(app);
        NightlyFileFeature.Map(app);
        HealthFeature.Map(app);
        app.MapMetrics();
        return app;
    }
}
