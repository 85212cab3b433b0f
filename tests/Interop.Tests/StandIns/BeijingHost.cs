using System.Net.Http.Json;
using HealthBao.Sandbox.Composition;
using Microsoft.AspNetCore.Builder;

namespace HealthBao.Interop.Tests.StandIns;

/// <summary>Beijing's own system as the sandbox runs it, alone, with the made-up people of the cast.</summary>
internal sealed class BeijingHost : IAsyncDisposable
{
    private readonly string data;
    private readonly WebApplication app;

    private BeijingHost(WebApplication app, string data) => (this.app, this.data) = (app, data);

    public HttpClient Http { get; } = new();

    public Uri Address => new(app.Urls.Single());

    public static async Task<BeijingHost> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("beijing-").FullName;
        var plan = new PartPlan("source-beijing", "source", "110000", "http://127.0.0.1:0", new Dictionary<string, string?>
        {
            ["Source"] = "beijing",
            ["People"] = "0",
            ["Adapter"] = "http://127.0.0.1:9",
            ["Secret"] = StandInKeys.Secret,
            ["HealthCode:DataDirectory"] = data,
            ["Partner:AppId"] = StandInKeys.AppId,
            ["Partner:Secret"] = StandInKeys.Secret,
        });
        var app = PartHost.Build(plan, StandInHost.Clock);
        await app.StartAsync();
        return new(app, data);
    }

    public async Task SetNativeAsync(string documentNumber, string native) =>
        (await Http.PostAsJsonAsync(new Uri(Address, "/sandbox/native"), new { documentNumber, native })).EnsureSuccessStatusCode();

    /// <summary>What the system calls the people of the cast today.</summary>
    public async Task<Dictionary<string, string>> SubjectsAsync() => (await Http.GetFromJsonAsync<Dictionary<string, string>>(new Uri(Address, "/sandbox/subjects")))!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
