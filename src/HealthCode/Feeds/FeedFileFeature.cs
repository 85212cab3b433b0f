using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Feeds;

/// <summary>
/// <c>POST /v1/feeds/{feed}/files</c>: a file and its <c>.ok</c>, read as they come. Nothing of it is written to disk but keys, and nothing
/// takes effect before the signature of the whole body is known to be sound.
/// </summary>
internal sealed class FeedFileFeature(OfficeGate gate, FeedImport import, IOptions<HealthCodeOptions> options)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/feeds/{feed}/files", (string feed, HttpContext http, FeedFileFeature feature) => feature.PostAsync(feed, http));

    private async Task<IResult> PostAsync(string feed, HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        if (Feed.Find(feed) is not { } known) return Refusals.NotFound;
        if (office.Code.Office != known.Role) return Refusals.Of(ProblemType.Forbidden, $"This feed is delivered by an office of kind {known.Role}.");
        if (office.Code.Division[2..].Any(c => c != '0')) return Refusals.Of(ProblemType.Forbidden, "A file speaks for the whole region and is delivered by its own office; an office below reports by call.");
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (UploadParts.BoundaryOf(http.Request.ContentType) is not { } boundary)
            return Refusals.Of(ProblemType.UnsupportedMediaType, "The body must be multipart/form-data with the parts file and ok.");
        using var upload = new UploadParts(http.Request.Body, boundary);
        if (await upload.OpenFileAsync(http.RequestAborted) is not { } file)
            return Refusals.Of(ProblemType.BadRequest, "The body must hold the part file, with a file name, and then the part ok, and nothing else.");
        if (!FeedFileName.TryRead(file.Name, options.Value.Region, out var named, out var day) || named != known)
            return Answer.Json(http, new { accepted = false, refusal = ImportRefusal.WrongName }, StatusCodes.Status422UnprocessableEntity);
        var report = await import.TakeAsync(
            new(known, day, file.Name, file.Content, () => upload.OpenOkAsync(http.RequestAborted), office.Code, http.Request.ContentLength, () => office.IsOf(upload.Sha256())), http.RequestAborted);
        if (report.Refusal == ImportRefusal.NotSigned) return OfficeGate.Refusal;
        return Answer.Json(http, ReportReply.Of(report), report.Accepted ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
