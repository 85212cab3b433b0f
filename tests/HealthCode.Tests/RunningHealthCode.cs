using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Native;
using HealthBao.HealthCode.Proofing.Faces;
using HealthBao.HealthCode.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HealthBao.HealthCode.Tests;

/// <summary>The true system on loopback, with a clock of the test's.</summary>
public sealed class RunningHealthCode : IAsyncDisposable
{
    public const string Secret = "a secret of one office or partner";
    public const string Cdc = "110000/CDC";
    public const string City = "110000/COMMUNITY";
    public const string Chaoyang = "110105/COMMUNITY";
    public const string Street = "110105001/COMMUNITY";
    public const string Committee = "110105001002/COMMUNITY";
    public const string Yanqing = "110119/COMMUNITY";
    public const string Health = "110000/HEALTH";
    public static readonly DateTimeOffset Morning = new(2020, 3, 1, 9, 15, 0, ShanghaiDay.Offset);
    private static readonly string[] Offices = [Cdc, City, Chaoyang, Street, Committee, Health, "110106/COMMUNITY", "110105/CDC", Yanqing];

    private readonly WebApplication app;
    private int disposed;

    private RunningHealthCode(WebApplication app, SetClock clock, string directory, CapturedLog log)
    {
        (this.app, Clock, Directory, Log) = (app, clock, directory, log);
        Http = new() { BaseAddress = new(app.Urls.First()), Timeout = TimeSpan.FromSeconds(60) };
    }

    public SetClock Clock { get; }

    public string Directory { get; }

    public CapturedLog Log { get; }

    public HttpClient Http { get; }

    public ShanghaiDay Today => ShanghaiDay.At(Clock.GetUtcNow());

    public T Service<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<RunningHealthCode> StartAsync(string? directory = null, SetClock? clock = null, params (string Key, string Value)[] settings)
    {
        directory ??= System.IO.Directory.CreateTempSubdirectory("healthcode-").FullName;
        clock ??= new SetClock(Morning);
        var log = new CapturedLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<ReadFace>(DrawnFace.Read);
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["HealthCode:DataDirectory"] = directory, ["Partner:AppId"] = "adapter", ["Partner:Secret"] = Secret });
        builder.Configuration.AddInMemoryCollection(Offices.SelectMany((o, i) => new[]
        {
            KeyValuePair.Create($"Offices:{i}:Code", (string?)o), KeyValuePair.Create($"Offices:{i}:Secret", (string?)(Secret + o)),
        }));
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        var app = HealthCodeApp.Build(builder);
        await app.StartAsync();
        return new(app, clock, directory, log);
    }

    /// <summary>Delivers a file as its office does.</summary>
    public async Task<HttpResponseMessage> DeliverAsync(FeedFile file, string? office = null, string? secret = null)
    {
        office ??= file.Feed == "central-observation" ? Cdc : City;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file.Csv), "file", file.Name }, { new ByteArrayContent(Encoding.ASCII.GetBytes(file.Ok)), "ok", file.Name + ".ok" },
        };
        return await SendAsync(HttpMethod.Post, $"/v1/feeds/{file.Feed}/files", office, form, secret);
    }

    /// <summary>Delivers a file that must be accepted.</summary>
    public async Task<JsonElement> AcceptAsync(FeedFile file, string? office = null)
    {
        using var response = await DeliverAsync(file, office);
        var report = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, report.ToString());
        return report;
    }

    /// <summary>Delivers the four files of today, so that nothing is late.</summary>
    public async Task DeliverAllAsync(IEnumerable<MadeUp> registered, IEnumerable<string>? central = null, IEnumerable<string>? home = null, IEnumerable<string>? trips = null)
    {
        await AcceptAsync(FeedFile.Registration(Today, registered));
        await AcceptAsync(FeedFile.Central(Today, central ?? []));
        await AcceptAsync(FeedFile.Home(Today, home ?? []));
        await AcceptAsync(FeedFile.Trips(Today, trips ?? []));
    }

    /// <summary>Reports a row by call.</summary>
    public Task<HttpResponseMessage> ReportAsync(string feed, string office, object row) => SendAsync(HttpMethod.Post, $"/v1/feeds/{feed}/rows", office, JsonContent.Create(row));

    /// <summary>Sends a call that must succeed.</summary>
    public async Task<JsonElement> DoAsync(HttpMethod method, string path, string office, object? body = null)
    {
        using var response = await SendAsync(method, path, office, body is null ? null : JsonContent.Create(body));
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return answer;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string office, HttpContent? content = null, string? secret = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        await OfficeCall.SignAsync(request, office, secret ?? Secret + office, Clock.GetUtcNow());
        return await Http.SendAsync(request);
    }

    /// <summary>What the system determines of a person now.</summary>
    internal async Task<HealthCode.Determination.Determination> DetermineAsync(MadeUp person) => await Service<DetermineStatus>().OfAsync(person.PersonName, person.Document);

    /// <summary>The device that sessions of a test are opened on.</summary>
    public SigningKey Device { get; } = SigningKey.Create();

    /// <summary>Opens a session that was proven now, past the face, on <see cref="Device"/>.</summary>
    /// <returns>The token.</returns>
    public async Task<string> OpenSessionAsync(params MadeUp[] documents) =>
        (await Service<OpenSession>().NewAsync(documents[0].PersonName, [.. documents.Select(d => d.Document)], DeviceGate.Write(Device.Jwk))).Reveal();

    /// <summary>Calls as a person's device does.</summary>
    public Task<HttpResponseMessage> SendAsync(string? token, HttpMethod method, string path, object? body = null) =>
        SendAsync(token, method, path, body is null ? null : JsonContent.Create(body), Device);

    /// <summary>Calls as a device does.</summary>
    public async Task<HttpResponseMessage> SendAsync(string? token, HttpMethod method, string path, HttpContent? content, SigningKey device)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        request.Headers.Add(DeviceProof.Header, DeviceProof.Sign(device, method.Method, path.Split('?')[0], token, Clock.GetUtcNow()));
        return await Http.SendAsync(request);
    }

    /// <summary>Asks by the native interface, as the adapter does.</summary>
    public Task<JsonElement> AskAsync(MadeUp person) => AskAsync(new { name = person.Name, idCard = person.Number, idCardType = person.Kind });

    public async Task<JsonElement> AskAsync(object question, string path = NativeFeature.Path)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(question);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        var (timestamp, nonce) = (Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32, lowercase: true));
        var signed = $"adapter\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        request.Headers.Add("appId", "adapter");
        request.Headers.Add("timestamp", timestamp);
        request.Headers.Add("nonce", nonce);
        request.Headers.Add("signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed))));
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1) return;
        Http.Dispose();
        Device.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
