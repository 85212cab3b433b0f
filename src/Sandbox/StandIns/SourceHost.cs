using System.Text.Json;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Beijing;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Baoding;
using HealthBao.Sandbox.StandIns.Hebei;
using HealthBao.Sandbox.StandIns.Xingtai;

namespace HealthBao.Sandbox.StandIns;

/// <summary>A region's own system as a web application of its own: its native interface, and <c>/sandbox/native</c>, by which the sandbox changes a person.</summary>
internal static class SourceHost
{
    public static WebApplication Build(WebApplicationBuilder builder, PartPlan plan, TimeProvider clock)
    {
        var source = plan.Settings["Source"]!;
        if (source == BeijingSystem.Source) return BeijingSystem.Build(builder, plan, clock);
        var bulk = int.Parse(plan.Settings["People"]!, System.Globalization.CultureInfo.InvariantCulture);
        var people = new Population(Citizens.Of(source, bulk), Citizens.Cast, clock, life: null);
        var notice = new AdapterNotice(plan.Settings["Adapter"]!, plan.Settings["Secret"]!, clock);
        builder.Services.AddSingleton(people).AddSingleton(notice);
        if (source == "xingtai") builder.Services.AddSingleton<XingtaiDelivery>().AddHostedService(s => s.GetRequiredService<XingtaiDelivery>());
        var app = builder.Build();
        app.MapGet("/livez", () => "ok");
        MapNative(app, source, people, plan, clock);
        app.MapPost("/sandbox/native", async (NativeChange change, HttpContext http) =>
        {
            if (people.SetNative(change.DocumentNumber, change.Native) is not { } citizen) return Results.NotFound();
            if (http.RequestServices.GetService<XingtaiDelivery>() is { } delivery) await delivery.DeliverAsync(http.RequestAborted);
            var usual = NativeDecision.UsualFor(citizen);
            var decision = new NativeDecision(change.Authority ?? usual.Authority, change.Reason ?? usual.Reason);
            return Results.Json(await notice.TellAsync(citizen, decision, http.RequestAborted), JsonSerializerOptions.Web);
        });
        app.MapPost("/sandbox/native-code", (CodeWanted wanted) => people.FetchCode(wanted.DocumentNumber) is { } code
            ? Results.Json(new { code.NativeCode, Until = code.Until is { } until ? ShanghaiDay.Format(until) : null }, JsonSerializerOptions.Web)
            : Results.NotFound());
        return app;
    }

    private static void MapNative(WebApplication app, string source, Population people, PartPlan plan, TimeProvider clock)
    {
        switch (source)
        {
            case "tianjin":
                TianjinStandIn.Map(app, people, new(plan.Settings["AppId"]!, plan.Settings["PublicKeyPem"]!), clock);
                break;
            case "hebei":
                HebeiStandIn.Map(app, people, clock);
                break;
            case "baoding":
                BaodingStandIn.Map(app, people, clock);
                break;
        }
    }

    private sealed record CodeWanted(string DocumentNumber);
}
