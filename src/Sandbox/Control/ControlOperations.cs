using System.Net;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Beijing;
using HealthBao.Sandbox.Composition;

namespace HealthBao.Sandbox.Control;

/// <summary>Runs control calls: change a person at the source, move the clock, stop and start parts.</summary>
internal sealed class ControlOperations(RunningSandbox sandbox)
{
    private static readonly string Known = "set-native, fetch-code, enrol-portrait, set-clock, stop-source, start-source, stop-adapter, start-adapter";

    public Task<IResult> RunAsync(ControlRequest request, CancellationToken cancellation) => request.Op switch
    {
        "set-native" => SetNativeAsync(request, cancellation),
        "fetch-code" => FetchCodeAsync(request, cancellation),
        "enrol-portrait" => EnrolPortraitAsync(request, cancellation),
        "set-clock" => Task.FromResult(SetClock(request)),
        "stop-source" => EachAsync(request, "source", part => part.StopAsync()),
        "start-source" => EachAsync(request, "source", part => part.StartAsync(cancellation)),
        "stop-adapter" => EachAsync(request, "adapter", part => part.StopAsync()),
        "start-adapter" => EachAsync(request, "adapter", part => part.StartAsync(cancellation)),
        _ => Task.FromResult(Refuse($"op must be one of: {Known}.")),
    };

    private async Task<IResult> SetNativeAsync(ControlRequest request, CancellationToken cancellation)
    {
        if (request.DocumentNumber is null || request.Native is null) return Refuse("set-native needs documentNumber and native.");
        foreach (var source in sandbox.Plan.NativeSystems.Where(s => request.Source is null || s.Name == "source-" + request.Source))
        {
            using var response = await sandbox.Http.PostAsJsonAsync(
                source.Address + "/sandbox/native", new { request.DocumentNumber, request.Native, request.Authority, request.Reason }, cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound) continue;
            var outcome = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
            return Results.Json(new { done = true, source = source.Name["source-".Length..], outcome });
        }

        return Refuse("No source knows a person with this document.");
    }

    private async Task<IResult> FetchCodeAsync(ControlRequest request, CancellationToken cancellation)
    {
        if (request.DocumentNumber is null) return Refuse("fetch-code needs documentNumber.");
        foreach (var source in sandbox.Plan.NativeSystems.Where(s => request.Source is null || s.Name == "source-" + request.Source))
        {
            using var response = await sandbox.Http.PostAsJsonAsync(source.Address + "/sandbox/native-code", new { request.DocumentNumber }, cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound) continue;
            var code = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
            return Results.Json(new { done = true, source = source.Name["source-".Length..], nativeCode = code?["nativeCode"]?.GetValue<string>(), until = code?["until"]?.GetValue<string>() });
        }

        return Refuse("No source makes a code for a person with this document.");
    }

    private async Task<IResult> EnrolPortraitAsync(ControlRequest request, CancellationToken cancellation)
    {
        if (request.DocumentNumber is null || request.Picture is null) return Refuse("enrol-portrait needs documentNumber, of somebody of Beijing, and picture, a JPEG or PNG in base64.");
        var beijing = sandbox.Plan.NativeSystems.First(s => s.Name == "source-" + BeijingSystem.Source);
        using var response = await sandbox.Http.PostAsJsonAsync(beijing.Address + "/sandbox/portraits", new { request.DocumentNumber, request.Picture }, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound) return Refuse("Nobody of Beijing has this document.");
        var outcome = await response.Content.ReadFromJsonAsync<JsonObject>(cancellation);
        return Results.Json(new { done = outcome?["enrolled"]?.GetValue<bool>() is true, outcome });
    }

    private IResult SetClock(ControlRequest request)
    {
        if (request.Now is not { } now) return Refuse("set-clock needs now, an instant such as 2026-03-01T23:59:50+08:00.");
        sandbox.SetClock(now);
        return Results.Json(new { done = true, now = ShanghaiDay.Format(sandbox.Clock.GetUtcNow()) });
    }

    private async Task<IResult> EachAsync(ControlRequest request, string kind, Func<ISandboxPart, Task> act)
    {
        var parts = sandbox.Parts.Where(p => p.Plan.Kind == kind && p.Plan.Region == request.Region
            && (request.Source is null || p.Plan.Name == "source-" + request.Source)).ToArray();
        if (parts.Length == 0) return Refuse("region must be one of 110000, 120000, 130000, 990000, and source, if given, one of its systems.");
        foreach (var part in parts) await act(part);
        return Results.Json(new { done = true, parts = parts.Select(p => p.Plan.Name) });
    }

    private static IResult Refuse(string why) => Results.Problem(why, statusCode: 400, type: "urn:healthbao:problem:bad-request");
}
