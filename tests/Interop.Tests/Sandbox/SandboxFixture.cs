using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Interop.Tests.Sandbox;

/// <summary>One sandbox for the tests of a class, on free ports, with what a stranger's program would know: <c>sandbox.json</c>.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("healthbao-sandbox").FullName;
    private readonly Dictionary<string, string> tokens = [];
    private RunningSandbox? sandbox;

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public string Hub => sandbox!.Plan.Hub.Address;

    public RunningSandbox Running => sandbox!;

    public JsonElement Document { get; private set; }

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync(
            new() { PortBase = FreePorts.FindShift(), Data = data, People = 50, FloorMilliseconds = 20, Clock = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)) }, CancellationToken.None);
        Document = JsonElement.Parse(await Http.GetStringAsync(Hub + "/sandbox.json"));
    }

    public async Task DisposeAsync()
    {
        await sandbox!.DisposeAsync();
        Http.Dispose();
        Directory.Delete(data, recursive: true);
    }

    public Task<JsonElement> VerifyAsync(string pass, string destination, object? holder = null, string scene = "railway-station") =>
        CallAsync("/v1/verifications", destination, holder is null ? new { pass, destination, scene } : new { pass, destination, scene, holder });

    public Task<JsonElement> QueryAsync(JsonElement person, string destination, string? region) => CallAsync("/v1/status-queries", destination, new Dictionary<string, string?>
    {
        ["region"] = region,
        ["name"] = person.GetProperty("name").GetString(),
        ["documentType"] = person.GetProperty("documentType").GetString(),
        ["documentNumber"] = person.GetProperty("documentNumber").GetString(),
        ["destination"] = destination,
        ["purpose"] = "epidemic-control",
    }.Where(m => m.Value is not null).ToDictionary());

    public async Task<JsonElement> ControlAsync(object operation)
    {
        using var response = await Http.PostAsJsonAsync(Hub + "/sandbox/control", operation);
        response.EnsureSuccessStatusCode();
        // Tokens live by the shared clock, which the call may have moved.
        tokens.Clear();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Asks again until an answer is as expected; a minute without one fails.</summary>
    public static async Task<JsonElement> UntilAsync(Func<Task<JsonElement>> ask, Predicate<JsonElement> expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var answer = await ask();
            if (expected(answer)) return answer;
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private async Task<JsonElement> CallAsync(string path, string destination, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Hub + path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(destination));
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string> TokenAsync(string region)
    {
        if (tokens.TryGetValue(region, out var token)) return token;
        var client = Document.GetProperty("partners").EnumerateArray().First(p => p.GetProperty("region").GetString() == region).GetProperty("clientId").GetString();
        return tokens[region] = await Http.GetStringAsync($"{Hub}/sandbox/token/{client}");
    }
}
