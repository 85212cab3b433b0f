using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HealthBao.Telemetry;

/// <summary>Traces, metrics and structured logs of a service: the same for the hub and the adapters.</summary>
internal static class ServiceTelemetry
{
    /// <param name="name">The name of the service, of its meter and of its source of spans.</param>
    /// <param name="region">The region that the service speaks for, where it is one's.</param>
    /// <param name="parents">Whether the trace of a caller is continued; else every call begins one.</param>
    public static void AddServiceTelemetry(this WebApplicationBuilder builder, string name, string? region, bool parents)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddOptions<TelemetryOptions>().Bind(configuration.GetSection(TelemetryOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Logging.KeepAddressesOut();
        services.Configure<JsonConsoleFormatterOptions>(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        services.Configure<LoggerFactoryOptions>(logging => logging.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        services.AddSingleton<DistributedContextPropagator>(new CallersTrace(parents)).AddSingleton<MetricsText>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, name, region))
            .WithMetrics(metrics => Measure(metrics, name, IsExported(configuration, "METRICS")))
            .WithTracing(traces => Follow(traces, name, IsExported(configuration, "TRACES")));
    }

    private static void Describe(ResourceBuilder resource, string name, string? region)
    {
        resource.AddService(name.ToLowerInvariant(), "healthbao", typeof(ServiceTelemetry).Assembly.GetName().Version?.ToString(3));
        if (region is not null) resource.AddAttributes([new(Tags.Region, region)]);
    }

    private static void Measure(MeterProviderBuilder metrics, string name, bool exported)
    {
        metrics.AddMeter([name, .. ClosedInstruments.Meters]);
        if (metrics is IDeferredMeterProviderBuilder deferred)
            deferred.Configure((services, builder) => builder.AddView(new ClosedInstruments(services.GetRequiredService<IMeterFactory>(), name).View).AddReader(services.GetRequiredService<MetricsText>().Reader));
        if (exported) metrics.AddOtlpExporter();
    }

    // Without an exporter nothing is sampled; every call still has its trace id, for problems and logs.
    private static void Follow(TracerProviderBuilder traces, string name, bool exported)
    {
        traces.AddSource("Microsoft.AspNetCore", name);
        if (!exported)
        {
            traces.SetSampler(new AlwaysOffSampler());
            return;
        }

        traces.SetSampler(services => new ParentBasedSampler(new TraceIdRatioBasedSampler(services.GetRequiredService<IOptions<TelemetryOptions>>().Value.TraceRatio)));
        traces.AddProcessor(new ClosedTags()).AddOtlpExporter();
    }

    private static bool IsExported(IConfiguration configuration, string signal) =>
        configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } || configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 };
}
