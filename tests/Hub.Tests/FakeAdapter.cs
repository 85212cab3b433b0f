using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HealthBao.Hub.Tests;

/// <summary>A region's adapter on loopback that answers what the test scripts and keeps what it was asked.</summary>
public sealed class FakeAdapter(FakeRegion region) : IAsyncDisposable
{
    private WebApplication? app;

    /// <summary>Two bits a pass, four passes a byte; 65,536 places.</summary>
    public byte[] Bits { get; } = new byte[16 * 1024];

    public ConcurrentQueue<ReceivedCall> Received { get; } = new();

    /// <summary>What <c>POST /v1/passes</c> answers.</summary>
    public Func<HttpContext, string, Task> OnPass { get; set; } = (http, _) => AnswerAsync(http, 404, """{"type":"urn:healthbao:problem:native-code-unknown"}""");

    /// <summary>What <c>POST /v1/status-queries</c> answers; the text is the call's id.</summary>
    public Func<HttpContext, string, Task> OnQuery { get; set; } = (http, _) => AnswerAsync(http, 502, "{}");

    /// <summary>What <c>GET /status/{day}</c> answers; null for the list as it should be.</summary>
    public Func<HttpContext, Task>? OnStatusList { get; set; }

    /// <summary>A path below which the adapter lies, as behind a proxy.</summary>
    public string Base { get; set; } = "";

    /// <summary>The list's version.</summary>
    public long Version { get; set; }

    /// <summary>What is told beside the list.</summary>
    public FakeChanges Changes { get; } = new(region);

    public int Listeners => Changes.Listeners;

    public Uri Address { get; private set; } = new("http://127.0.0.1:9");

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Address.Port == 9 ? "http://127.0.0.1:0" : Address.ToString());
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.Zero);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Use(KeepAsync);
        app.Use((http, next) => { if (http.Request.Path.StartsWithSegments(Base + "/status", out var rest)) http.Request.Path = "/status" + rest; return next(http); });
        app.UseRouting();
        app.MapGet("/status/{day}", (HttpContext http, string day) => OnStatusList?.Invoke(http) ?? StatusListAsync(http, day));
        app.MapGet("/status/{day}/changes", http => Changes.ServeAsync(http, Delta(Version, Version)));
        app.MapPost("/v1/passes", async http => await OnPass(http, JsonElement.Parse(await BodyAsync(http)).GetProperty("nativeCode").GetString()!));
        app.MapPost("/v1/status-queries", http => OnQuery(http, CallId(http)));
        app.Map("{**path}", http => AnswerAsync(http, 200, $$"""{"served":"{{http.Request.Method}} {{http.Request.Path}}{{http.Request.QueryString}}"}"""));
        await app.StartAsync();
        Address = new(app.Urls.First());
    }

    public async Task StopAsync()
    {
        Changes.HangUp();
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    public void Set(int index, PassState state) => Bits[index >> 2] |= (byte)((int)state << ((index & 3) * 2));

    /// <summary>Changes a pass's state and tells it as an adapter does: in the list and in a signed delta.</summary>
    public void TellChange(int index, PassState state)
    {
        Set(index, state);
        var from = Version++;
        Changes.Tell(Delta(from, Version, new ChangedPlaces(state, [index])));
    }

    /// <summary>A delta of today as this region would say it.</summary>
    public StatusListDelta Delta(long from, long to, params ChangedPlaces[] changes) =>
        new(region.Issuer, region.Today, region.Clock.GetUtcNow(), from, to, Bits.Length * 4, changes);

    /// <summary>How often the whole list was fetched.</summary>
    public int Fetches => Received.Count(c => c.Path == "/status/" + region.Today.Compact);

    /// <summary>Answers status queries with the region's signed word.</summary>
    public void AnswerQueries(Func<StatusAnswer> answer) => OnQuery = (http, callId) =>
        AnswerAsync(http, 200, answer().Sign(region.Issuer, callId, region.TodaysKey, region.Clock.GetUtcNow()), StatusAnswer.MediaType);

    public static Task AnswerAsync(HttpContext http, int status, string body, string mediaType = "application/json")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        return http.Response.WriteAsync(body);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await StopAsync();
        app = null;
    }

    private async Task KeepAsync(HttpContext http, RequestDelegate next)
    {
        Received.Enqueue(new(http.Request.Method, http.Request.Path, http.Request.Headers.Authorization, http.Request.Headers.Cookie)
        {
            ForwardedFor = http.Request.Headers["X-Forwarded-For"],
            Forwarded = http.Request.Headers["Forwarded"],
            TraceParent = http.Request.Headers.TraceParent,
            TraceState = http.Request.Headers.TraceState,
            Baggage = http.Request.Headers.Baggage,
        });
        await next(http);
    }

    private Task StatusListAsync(HttpContext http, string compact)
    {
        if (!ShanghaiDay.TryParseCompact(compact, out var day)) return AnswerAsync(http, 404, "{}");
        var list = new HeldStatusList(region.Issuer, day, new([.. Bits]), region.Clock.GetUtcNow(), TimeSpan.FromSeconds(60)) { Version = Version };
        return AnswerAsync(http, 200, StatusListToken.Sign(list, region.KeyOf(day)), StatusListToken.MediaType);
    }

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static string CallId(HttpContext http)
    {
        var call = SignedToken.ReadUnverified(http.Request.Headers.Authorization.ToString()["Bearer ".Length..], 4096);
        return JsonElement.Parse(call!).GetProperty("jti").GetString()!;
    }
}
