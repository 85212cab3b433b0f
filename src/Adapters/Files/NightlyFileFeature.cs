using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace HealthBao.Adapters.Files;

/// <summary><c>POST /v1/files/{source}</c>: a nightly file and its <c>.ok</c>, streamed to disk, its signature checked whole, then given to the source.</summary>
internal sealed class NightlyFileFeature(RegionFolder region, IRegionAdapter adapter, NativeSystemGate gate, UploadReader uploads, ILogger<NightlyFileFeature> logger)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/files/{source}", (string source, HttpContext http, NightlyFileFeature feature) => feature.PostAsync(source, http));

    private async Task<IResult> PostAsync(string source, HttpContext http)
    {
        if (gate.Enter(http) is not { } sha256) return NativeSystemGate.Refusal;
        if (adapter.NightlyFiles.FirstOrDefault(f => f.Source == source) is not { } file) return Refusals.NotFound;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (UploadReader.BoundaryOf(http.Request.ContentType) is not { } boundary)
            return Refusals.Of(ProblemType.UnsupportedMediaType, "The body must be multipart/form-data with the parts file and ok.");
        await using var upload = await uploads.ReadAsync(http.Request.Body, boundary, http.RequestAborted);
        if (upload is null) return Refusals.Of(ProblemType.BadRequest, "The body must hold the part file, with a file name, and then the part ok, and nothing else.");
        if (!NativeSystemGate.IsDigest(upload.Sha256, sha256)) return NativeSystemGate.Refusal;
        var receipt = await file.ReceiveAsync(upload.FileName, upload.Csv, upload.Ok, http.RequestAborted);
        logger.FileReceived(region.Code, source, receipt.Accepted);
        return Answer.Json(http, receipt, receipt.Accepted ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
