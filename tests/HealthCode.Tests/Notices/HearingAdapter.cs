using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.HealthCode.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HealthBao.HealthCode.Tests.Notices;

/// <summary>Hears changes as an adapter does, and answers as the test says.</summary>
public sealed class HearingAdapter : IAsyncDisposable
{
    public const string Secret = "what adapter and system share";
    private readonly WebApplication app;

    private HearingAdapter(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public int Status { get; set; } = 200;

    public ConcurrentQueue<JsonElement> Heard { get; } = new();

    public ConcurrentQueue<string> Keys { get; } = new();

    public static async Task<HearingAdapter> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var adapter = new HearingAdapter(app);
        app.MapPost("/v1/changes", (Delegate)adapter.HearAsync);
        await app.StartAsync();
        return adapter;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> HearAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var signed = $"{headers[OfficeCall.TimestampHeader]}\n{headers[OfficeCall.NonceHeader]}\nPOST /v1/changes\n{Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))}";
        if (Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed))) != headers[OfficeCall.SignatureHeader]) return Results.StatusCode(401);
        Keys.Enqueue(headers["Idempotency-Key"].ToString());
        if (Status == 200) Heard.Enqueue(JsonElement.Parse(body.ToArray()));
        return Results.StatusCode(Status);
    }
}
