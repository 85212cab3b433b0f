using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Hub.Tests;

/// <summary>The true hub on loopback, with a clock of the test's, a register in a temporary directory and three partners.</summary>
public sealed class RunningHub : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 9, 0, 0, ShanghaiDay.Offset);

    private readonly WebApplication app;
    private readonly Dictionary<(string Client, string? Scope), (string Token, DateTimeOffset Until)> tokens = [];

    private RunningHub(WebApplication app, FakeTimeProvider clock, string directory, CapturedLog log)
    {
        (this.app, Clock, Directory, Log) = (app, clock, directory, log);
        Http = new() { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public FakeTimeProvider Clock { get; }

    public string Directory { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public static async Task<RunningHub> StartAsync(string? directory = null, FakeTimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        directory ??= System.IO.Directory.CreateTempSubdirectory("hub-").FullName;
        clock ??= new FakeTimeProvider(Morning);
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Hub:DataDirectory"] = directory, ["Hub:RegisterPollMilliseconds"] = "50", ["Queries:FloorMilliseconds"] = "0" });
        builder.Configuration.AddInMemoryCollection(TestPartner.All.SelectMany(Partner));
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var app = HubHost.Build(builder);
        await app.StartAsync();
        return new(app, clock, directory, log);
    }

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<string> TokenAsync(TestPartner partner, string? scope = null)
    {
        var now = Clock.GetUtcNow();
        if (tokens.TryGetValue((partner.ClientId, scope), out var held) && now < held.Until && now >= held.Until.AddMinutes(-4)) return held.Token;
        using var response = await Http.PostAsync("/v1/token", TestPartner.Form(partner.Assertion(now), scope));
        response.EnsureSuccessStatusCode();
        var token = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
        tokens[(partner.ClientId, scope)] = (token, now.AddMinutes(4));
        return token;
    }

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, TestPartner? partner = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (partner is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(partner));
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> PostTextAsync(string path, string text, TestPartner? partner = null, string mediaType = "application/json") =>
        PostAsync(path, new StringContent(text, Encoding.UTF8, mediaType), partner);

    /// <summary>Asks something and reads the answer, which must be one.</summary>
    public async Task<JsonElement> AskAsync(string path, object question, TestPartner? partner = null)
    {
        using var response = await PostAsync(path, JsonContent.Create(question), partner ?? TestPartner.Gate);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Whether the hub says this of a region, be it in service itself or, on a machine too busy to read the register in time, not.</summary>
    public Task<bool> SaysAsync(string region, string state) => SaysAsync(Http, region, state);

    public static async Task<bool> SaysAsync(HttpClient hub, string region, string state)
    {
        using var response = await hub.GetAsync("/readyz");
        return (await response.Content.ReadAsStringAsync()).Contains($"\"{region}\":\"{state}\"", StringComparison.Ordinal);
    }

    public Task<JsonElement> VerifyAsync(string pass, string destination = "120000", string scene = "railway-station") =>
        AskAsync("/v1/verifications", new { pass, destination, scene });

    /// <summary>What the operator sees of participants or policies.</summary>
    public async Task<JsonElement> ListAsync(string what)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/trust/" + what);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(TestPartner.Operator));
        using var response = await Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(what);
    }

    public async Task<TrustList> TrustListAsync()
    {
        var anchor = new VerificationKey(Service<HubKeys>().TrustAnchor.Jwk);
        return TrustListToken.Read(await Http.GetStringAsync("/.well-known/trust-list"), anchor)!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Partner(TestPartner partner, int index) =>
    [
        new($"Hub:Partners:{index}:ClientId", partner.ClientId),
        new($"Hub:Partners:{index}:Region", partner.Region),
        new($"Hub:Partners:{index}:Scope", partner.Scope),
        new($"Hub:Partners:{index}:Jwks", partner.Jwks),
    ];
}
