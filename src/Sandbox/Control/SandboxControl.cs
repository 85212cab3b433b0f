using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Sandbox.Control;

/// <summary>What the sandbox itself serves: <c>sandbox.json</c>, access tokens to paste, and the control calls. The hub forwards here.</summary>
internal static class SandboxControl
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static WebApplication Build(RunningSandbox sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/sandbox.json", async (CancellationToken cancellation) => Results.Json(await SandboxDocument.MakeAsync(sandbox, cancellation), Readable));
        app.MapGet("/sandbox/token/{clientId}", async (string clientId, CancellationToken cancellation) =>
            sandbox.Plan.Partners.Append(sandbox.Plan.Operator).FirstOrDefault(p => p.ClientId == clientId) is { } partner
                ? Results.Text(await sandbox.Tokens.GetAsync(partner, cancellation))
                : Results.NotFound());
        var operations = new ControlOperations(sandbox);
        app.MapPost("/sandbox/control", async (ControlRequest request, CancellationToken cancellation) => await operations.RunAsync(request, cancellation));
        return app;
    }
}
