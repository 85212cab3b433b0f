using System.Diagnostics;
using System.Globalization;
using HealthBao.Contracts.Problems;

namespace HealthBao.HealthCode.Problems;

/// <summary>A problem document as an answer.</summary>
internal sealed class ProblemResult(Problem problem, int? retryAfterSeconds = null) : IResult
{
    public static string TraceIdOf(HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = problem.ToJson(TraceIdOf(httpContext));
        var response = httpContext.Response;
        response.StatusCode = problem.Type.Status;
        response.ContentType = Problem.MediaType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (retryAfterSeconds is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
