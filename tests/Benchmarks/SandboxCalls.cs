using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Benchmarks;

/// <summary>What travellers, a gate and the regions' own systems ask of a sandbox whose parts are processes of their own.</summary>
internal sealed class SandboxCalls(SandboxPlan plan) : IDisposable
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(2);
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly SemaphoreSlim signingIn = new(1);
    private volatile string token = "";
    private DateTimeOffset until;

    /// <summary>A pass; before anything is measured, a machine that is too busy is asked again.</summary>
    public async Task<string> PassAsync(Citizen citizen)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await http.PostAsJsonAsync($"{plan.Hub.Address}/regions/{citizen.Region}/v1/passes", new { nativeCode = citizen.NativeCode });
            if ((int)response.StatusCode >= 500 && attempt < 10) continue;
            response.EnsureSuccessStatusCode();
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pass").GetString()!;
        }
    }

    /// <summary>Tells the adapter as the region's own system does.</summary>
    public async Task TellAsync(Citizen citizen)
    {
        var adapter = plan.Adapters.Single(a => a.Region == citizen.Region);
        var now = TimeProvider.System.GetUtcNow();
        var body = JsonSerializer.SerializeToUtf8Bytes(new { subject = citizen.Subject, occurredAt = ShanghaiDay.Format(now), reason = "cdc-list", authority = citizen.Region + "/CDC" });
        using var request = new HttpRequestMessage(HttpMethod.Post, adapter.Address + "/v1/changes") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        await NativeSystemCall.SignAsync(request, adapter.Settings["NativeSystem:Secret"]!, now);
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        if ((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("superseded").GetInt32() != 1) throw new InvalidOperationException("The change superseded no pass.");
    }

    /// <summary>The reason why the hub does not admit a pass; empty when it does.</summary>
    public async Task<string> ReasonAsync(string pass)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Hub.Address + "/v1/verifications") { Content = JsonContent.Create(new { pass, destination = "120000", scene = "railway-station" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("verdict").GetString() == "admit" ? "" : answer.GetProperty("reason").GetString()!;
    }

    public void Dispose()
    {
        http.Dispose();
        signingIn.Dispose();
    }

    private async Task<string> TokenAsync()
    {
        if (TimeProvider.System.GetUtcNow() < until) return token;
        await signingIn.WaitAsync();
        try
        {
            if (TimeProvider.System.GetUtcNow() >= until) token = await http.GetStringAsync(plan.Hub.Address + "/sandbox/token/tianjin-gate");
            until = TimeProvider.System.GetUtcNow() + TokenLife;
            return token;
        }
        finally
        {
            signingIn.Release();
        }
    }
}
