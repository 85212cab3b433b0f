using HealthBao.Adapters;
using HealthBao.Hub;
using HealthBao.Sandbox.Demo;
using HealthBao.Sandbox.StandIns;
using Yarp.ReverseProxy.Forwarder;

namespace HealthBao.Sandbox.Composition;

/// <summary>Builds a part from its plan: the product's own hosts as they are, with what only the sandbox adds.</summary>
internal static class PartHost
{
    public static RegionCatalog Catalog { get; } = RegionCatalog.Of(typeof(AdapterHost).Assembly, typeof(PartHost).Assembly);

    public static WebApplication Build(PartPlan plan, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = ApplicationOf(plan.Kind), ContentRootPath = AppContext.BaseDirectory });
        // The plan is the whole configuration: files and environment of the product's own programs do not reach in here.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(plan.Settings);
        builder.WebHost.UseUrls(plan.Address);
        builder.Services.AddSingleton(clock);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // That regions and partners wait for approval while the sandbox starts is no news.
            .AddFilter("HealthBao.Adapters.Joining", LogLevel.Error).AddFilter("HealthBao.Hub.Trust.ParticipantsFeature", LogLevel.Error)
            .AddFilter("HealthBao.Hub.Partners.PartnerJoiningFeature", LogLevel.Error);
        return plan.Kind switch
        {
            "hub" => BuildHub(builder, plan),
            "adapter" => BuildAdapter(builder, plan),
            "source" => SourceHost.Build(builder, plan, clock),
            _ => throw new ArgumentException($"No part is of kind {plan.Kind}.", nameof(plan)),
        };
    }

    private static string ApplicationOf(string kind) => kind switch
    {
        "hub" => typeof(HubHost).Assembly.GetName().Name!,
        "adapter" => typeof(AdapterHost).Assembly.GetName().Name!,
        _ => typeof(PartHost).Assembly.GetName().Name!,
    };

    private static WebApplication BuildHub(WebApplicationBuilder builder, PartPlan plan)
    {
        var app = HubHost.Build(builder);
        var control = plan.Settings["Sandbox:Control"]!;
        var invoker = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        foreach (var pattern in new[] { "/sandbox.json", "/sandbox/{**rest}" })
            app.MapForwarder(pattern, control, ForwarderRequestConfig.Empty, HttpTransformer.Default, invoker);
        return app;
    }

    private static WebApplication BuildAdapter(WebApplicationBuilder builder, PartPlan plan)
    {
        var app = AdapterHost.Build(builder, Catalog.Find(plan.Region) ?? throw new InvalidOperationException($"No folder speaks for region {plan.Region}."));
        if (plan.Region == DemoAdapter.Region) app.MapTestIssuer();
        return app;
    }
}
