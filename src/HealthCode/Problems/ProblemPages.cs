using HealthBao.Contracts.Problems;

namespace HealthBao.HealthCode.Problems;

/// <summary>Whatever ends without an answer ends with a problem document; an exception's text stays inside.</summary>
internal sealed class ProblemPages(RequestDelegate next, ILogger<ProblemPages> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await WriteAsync(http, TypeOf(http.Response.StatusCode));
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, TypeOf(e.StatusCode));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            logger.RequestFailed(http.Request.Method, route, e.GetType().Name, ProblemResult.TraceIdOf(http), e.StackTrace);
            await WriteAsync(http, ProblemType.Internal);
        }
    }

    private static Task WriteAsync(HttpContext http, ProblemType type) => new ProblemResult(new(type)).ExecuteAsync(http);

    private static ProblemType TypeOf(int status) => status switch
    {
        401 => ProblemType.Unauthorized,
        403 => ProblemType.Forbidden,
        404 => ProblemType.NotFound,
        405 => ProblemType.MethodNotAllowed,
        413 => ProblemType.TooLarge,
        415 => ProblemType.UnsupportedMediaType,
        429 => ProblemType.TooManyRequests,
        503 => ProblemType.Unavailable,
        >= 500 => ProblemType.Internal,
        _ => ProblemType.BadRequest,
    };
}
