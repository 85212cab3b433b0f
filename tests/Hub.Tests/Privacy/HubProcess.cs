using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>The hub in a process of its own, as in production, logging everything that it can log.</summary>
public sealed class HubProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private HubProcess(Process process, Uri address, string directory)
    {
        (this.process, Directory) = (process, directory);
        Http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public int Id => process.Id;

    public string Directory { get; }

    public HttpClient Http { get; }

    public string Output => string.Join('\n', output);

    public static async Task<HubProcess> StartAsync()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("hub-memory-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [typeof(HubHost).Assembly.Location, "--urls", address.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory,
        };
        foreach (var (key, value) in Settings(address, directory)) start.Environment[key] = value;
        var hub = new HubProcess(Process.Start(start)!, address, directory);
        hub.Listen();
        try
        {
            // A process of its own takes long to start on a busy machine.
            await Eventually.IsTrueAsync(hub.IsAliveAsync, TimeSpan.FromMinutes(3));
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }

        return hub;
    }

    public async Task<string> TokenAsync(TestPartner partner)
    {
        var assertion = partner.Assertion(TimeProvider.System.GetUtcNow(), audience: new Uri(Http.BaseAddress!, "/v1/token").ToString());
        using var response = await Http.PostAsync("/v1/token", TestPartner.Form(assertion));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

    public async Task JoinAsync(FakeRegion region, string operatorToken)
    {
        await PostAsync("/v1/trust/participants", Jwt(region.Request()), null);
        await PostAsync($"/v1/trust/participants/{region.Code}/approval", null, operatorToken);
        await PostAsync("/v1/trust/keys", Jwt(region.Statement()), null);
        await Eventually.IsTrueAsync(() => RunningHub.SaysAsync(Http, region.Code, "ready"));
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Http.Dispose();
        System.IO.Directory.Delete(Directory, recursive: true);
    }

    private static IEnumerable<(string Key, string Value)> Settings(Uri address, string directory)
    {
        yield return ("Hub__PublicAddress", address.ToString().TrimEnd('/'));
        yield return ("Hub__DataDirectory", directory);
        yield return ("Hub__RegionTimeoutSeconds", "2");
        // Nothing is to be turned away before it is read.
        yield return ("Limits__QueryPerMinute", "1000000");
        // A provider's own rule stands above the hub's filters of frameworks.
        yield return ("Logging__Console__LogLevel__Default", "Trace");
        foreach (var (partner, index) in TestPartner.All.Select((p, i) => (p, i)))
        {
            yield return ($"Hub__Partners__{index}__ClientId", partner.ClientId);
            yield return ($"Hub__Partners__{index}__Region", partner.Region);
            yield return ($"Hub__Partners__{index}__Scope", partner.Scope);
            yield return ($"Hub__Partners__{index}__Jwks", partner.Jwks);
        }
    }

    private static StringContent Jwt(string token) => new(token, Encoding.ASCII, new MediaTypeHeaderValue("application/jwt"));

    private async Task PostAsync(string path, HttpContent? content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> IsAliveAsync()
    {
        Assert.False(process.HasExited, Output);
        try
        {
            using var response = await Http.GetAsync("/livez");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
