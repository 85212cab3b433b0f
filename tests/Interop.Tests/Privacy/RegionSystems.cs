using System.Collections.Concurrent;
using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.Interop.Tests.StandIns.PlayedBeijing;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;
using HealthBao.Sandbox.StandIns.Baoding;
using HealthBao.Sandbox.StandIns.Hebei;
using HealthBao.Sandbox.StandIns.Xingtai;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>The regions' own systems with seeded people behind them. They know names and numbers, and nothing of them is searched.</summary>
internal sealed class RegionSystems : IAsyncDisposable
{
    private readonly List<WebApplication> apps = [];
    private readonly ConcurrentDictionary<string, (Citizen Citizen, Mishap Mishap)> mishaps = new(StringComparer.Ordinal);

    public static async Task<RegionSystems> StartAsync(SandboxPlan plan, IReadOnlyList<Citizen> citizens)
    {
        var systems = new RegionSystems();
        foreach (var part in plan.NativeSystems.Where(s => s.Settings["Source"] != "xingtai"))
        {
            var app = systems.Build(part, new(citizens.Where(c => c.Source == part.Settings["Source"])));
            systems.apps.Add(app);
            await app.StartAsync();
        }

        return systems;
    }

    public void Let(Citizen citizen, Mishap mishap) => mishaps[citizen.DocumentNumber] = (citizen, mishap);

    /// <summary>Xingtai's night: the file of everybody there goes to the province's adapter.</summary>
    public static async Task DeliverAsync(SandboxPlan plan, IEnumerable<Citizen> citizens)
    {
        var part = plan.NativeSystems.Single(s => s.Settings["Source"] == "xingtai");
        var (csv, ok, fileName) = XingtaiFileWriter.Write(ShanghaiDay.At(TimeProvider.System.GetUtcNow()), citizens.Where(c => c.Source == "xingtai"));
        var notice = new AdapterNotice(part.Settings["Adapter"]!, part.Settings["Secret"]!, TimeProvider.System);
        Assert.True((await notice.DeliverAsync("xingtai", fileName, csv, ok, CancellationToken.None)).AdapterTold);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in apps) await app.DisposeAsync();
    }

    private WebApplication Build(PartPlan plan, Population people)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(plan.Address);
        var app = builder.Build();
        app.Use(AnswerAsync);
        switch (plan.Settings["Source"])
        {
            case "beijing":
                BeijingStandIn.Map(app, people, new(plan.Settings["Partner:AppId"]!, plan.Settings["Partner:Secret"]!), TimeProvider.System);
                break;
            case "tianjin":
                TianjinStandIn.Map(app, people, new(plan.Settings["AppId"]!, plan.Settings["PublicKeyPem"]!), TimeProvider.System);
                break;
            case "hebei":
                HebeiStandIn.Map(app, people, TimeProvider.System);
                break;
            default:
                BaodingStandIn.Map(app, people, TimeProvider.System);
                break;
        }

        return app;
    }

    private async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Request.EnableBuffering();
        using var reader = new StreamReader(http.Request.Body, Encoding.Latin1, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        http.Request.Body.Position = 0;
        // Numbers are ASCII in each of the protocols.
        if (mishaps.Values.FirstOrDefault(m => body.Contains(m.Citizen.DocumentNumber, StringComparison.Ordinal)) is not { Citizen: { } citizen } found)
        {
            await next(http);
            return;
        }

        if (found.Mishap == Mishap.Silent) await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        var text = $"<{citizen.Name}|{citizen.DocumentNumber}> is not \"{citizen.Name}\", {{ \"name\": {citizen.Name}, \"number\": {citizen.DocumentNumber} }}";
        http.Response.StatusCode = found.Mishap switch { Mishap.NamesThePersonInAFault => 500, Mishap.Overloaded => 503, _ => 200 };
        http.Response.Headers["X-Why"] = citizen.DocumentNumber;
        if (found.Mishap == Mishap.BreaksOff) http.Response.ContentLength = 10_000;
        await http.Response.WriteAsync(text);
        if (found.Mishap != Mishap.BreaksOff) return;
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
