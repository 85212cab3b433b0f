using System.Diagnostics;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Audit;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace HealthBao.Hub.Problems;

/// <summary>Writes problem documents, and makes one of every failure that nobody answered.</summary>
internal static class ProblemResponses
{
    public static Task WriteProblemAsync(this HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Type.Status;
        http.Response.ContentType = Problem.MediaType;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Type.Status is 429 or 503 && !http.Response.Headers.ContainsKey("Retry-After")) http.Response.Headers.RetryAfter = "1";
        return http.Response.Body.WriteAsync(problem.ToJson(Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)).AsTask();
    }

    public static Task WriteFaultsAsync(this HttpContext http, RequestBody body) =>
        http.WriteProblemAsync(new(ProblemType.BadRequest, "See errors: each names the field, the fault and the way out.", body.Faults));

    /// <summary>The outermost layer: 404, 405, broken requests and bugs all leave as problem documents.</summary>
    public static void UseProblems(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("HealthBao.Hub.Problems");
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (BadHttpRequestException e) when (!http.Response.HasStarted)
            {
                await http.WriteProblemAsync(new(e.StatusCode == 413 ? ProblemType.TooLarge : ProblemType.BadRequest, "The request could not be read as HTTP."));
                return;
            }
            catch (Exception e) when (IsGone(e, http))
            {
                // Without it the server would read what is left of the body as the next request, and keep copies of it.
                http.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
                http.Abort();
                return;
            }
            catch (AuditUnavailableException e) when (!http.Response.HasStarted)
            {
                await http.WriteProblemAsync(new(ProblemType.Unavailable, e.Message + " Nothing is answered unrecorded."));
                return;
            }
            catch (Exception e) when (!http.Response.HasStarted)
            {
                Log.Unhandled(log, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "(none)", e.GetType().Name, e.StackTrace);
                await http.WriteProblemAsync(new(ProblemType.Internal));
                return;
            }

            if (http.Response is { HasStarted: false, ContentLength: null, ContentType: null } && TypeOf(http.Response.StatusCode) is { } type)
                await http.WriteProblemAsync(new(type));
        });
    }

    private static bool IsGone(Exception e, HttpContext http) =>
        e is ConnectionResetException or ConnectionAbortedException || (e is OperationCanceledException && http.RequestAborted.IsCancellationRequested);

    private static ProblemType? TypeOf(int status) => status switch
    {
        404 => ProblemType.NotFound,
        405 => ProblemType.MethodNotAllowed,
        413 => ProblemType.TooLarge,
        415 => ProblemType.UnsupportedMediaType,
        502 => ProblemType.SourceFailed,
        503 => ProblemType.Unavailable,
        504 => ProblemType.SourceTimeout,
        _ => null,
    };
}
