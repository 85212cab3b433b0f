using System.Text.Json;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Verification;

/// <summary><c>POST /v1/verifications</c>: one question, one answer. A refused pass is an answer; only a bad request is a problem.</summary>
internal static class VerificationFeature
{
    public static void MapVerifications(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/verifications", VerifyAsync);
        app.MapBatch();
    }

    private static async Task VerifyAsync(HttpContext http)
    {
        if (await Scopes.RequireAsync(http, Scopes.Verify) is null) return;
        if (await Bodies.ReadAsync(http, "application/json") is not { } body) return;
        if (VerificationRequest.Read(body, out var faulty) is not { } request)
        {
            await http.WriteFaultsAsync(faulty!);
            return;
        }

        var native = http.RequestServices.GetRequiredService<NativeCodes>();
        var result = native.HomeOf(request.Pass) is { } home
            ? await native.VerifyAsync(request, home, http.RequestAborted)
            : http.RequestServices.GetRequiredService<VerifyPass>().Verify(request);
        await WriteAsync(http, result);
    }

    public static async Task WriteAsync(HttpContext http, VerificationResult result, Action<Utf8JsonWriter>? more = null)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        using (var writer = new Utf8JsonWriter(http.Response.BodyWriter, VerificationJson.Options)) VerificationJson.Write(writer, result, NewId(), more);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static string NewId() => Guid.NewGuid().ToString("N");
}
