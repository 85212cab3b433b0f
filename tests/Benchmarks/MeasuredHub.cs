using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;

namespace HealthBao.Benchmarks;

/// <summary>A hub in a process of its own, with one region joined and one partner signed in.</summary>
internal sealed class MeasuredHub : IDisposable
{
    private readonly Process process;
    private readonly string data;

    private MeasuredHub(Process process, string address, string data) => (this.process, Address, this.data) = (process, address, data);

    public string Address { get; }

    public string Token { get; private set; } = "";

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<MeasuredHub> StartAsync(PlayedRegion region)
    {
        using var partner = SigningKey.Create();
        var address = $"http://127.0.0.1:{FreePort()}";
        var data = Directory.CreateTempSubdirectory("healthbao-benchmark").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(Hub.HubHost).Assembly.Location, "--urls", address]) { RedirectStandardOutput = true, WorkingDirectory = data };
        foreach (var (key, value) in Settings(address, data, partner)) start.Environment[key] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The hub could not be started.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var hub = new MeasuredHub(process, address, data);
        await hub.JoinAsync(region, partner);
        return hub;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Http.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static Dictionary<string, string> Settings(string address, string data, SigningKey partner)
    {
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = partner.Jwk.X, ["y"] = partner.Jwk.Y, ["kid"] = partner.Kid };
        return new()
        {
            ["Hub__PublicAddress"] = address,
            ["Hub__DataDirectory"] = data,
            // What is measured is the call, not the limit.
            ["Limits__VerifyPerMinute"] = "100000000",
            ["Limits__BatchPerMinute"] = "1000000",
            ["Hub__Partners__0__ClientId"] = "benchmark",
            ["Hub__Partners__0__Region"] = "120000",
            ["Hub__Partners__0__Scope"] = "verify trust audit",
            ["Hub__Partners__0__Jwks"] = new JsonObject { ["keys"] = new JsonArray(jwk) }.ToJsonString(),
        };
    }

    private async Task JoinAsync(PlayedRegion region, SigningKey partner)
    {
        await UntilAsync(() => AnswersAsync("/livez"));
        await PostAsync("/v1/trust/participants", new StringContent(region.Request(), Encoding.UTF8, new MediaTypeHeaderValue("application/jwt")));
        Token = await TokenAsync(partner);
        await PostAsync("/v1/trust/participants/110000/approval", null);
        await PostAsync("/v1/trust/keys", new StringContent(region.Keys(), Encoding.UTF8, new MediaTypeHeaderValue("application/jwt")));
        await UntilAsync(async () => (await Http.GetStringAsync(Address + "/readyz")).Contains("\"110000\":\"ready\"", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition()) await beat.WaitForNextTickAsync(patience.Token);
    }

    private async Task<string> TokenAsync(SigningKey partner)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var assertion = SignedToken.Sign("JWT", partner, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = "benchmark",
            ["sub"] = "benchmark",
            ["aud"] = Address + "/v1/token",
            ["iat"] = now,
            ["exp"] = now + 120,
            ["jti"] = Guid.NewGuid().ToString("N"),
        }));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = assertion,
        });
        using var response = await Http.PostAsync(Address + "/v1/token", form);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    private async Task PostAsync(string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + path) { Content = content };
        if (Token.Length > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using var response = await Http.SendAsync(request);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    private async Task<bool> AnswersAsync(string path)
    {
        try
        {
            using var response = await Http.GetAsync(Address + path);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
