using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Problems;

namespace HealthBao.HealthCode.Calls;

/// <summary>Refuses what the server lets through and the hub in front might have read in another way (RFC 9112 §11.2, request smuggling).</summary>
internal static class StrictHttp
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST"];

    /// <summary>A bare line feed ends no line (RFC 9112 §2.2). The server reads this switch once, when it is made.</summary>
    public static void RefuseBareLineFeeds() => AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (IsSound(http.Request)) return next(http);
        // Whatever follows on the connection cannot be trusted to be a request.
        http.Response.Headers.Connection = "close";
        return Refusals.Of(Methods.Contains(http.Request.Method) ? ProblemType.BadRequest : ProblemType.MethodNotAllowed).ExecuteAsync(http);
    }

    // The server goes by the chunks and moves a Content-Length beside them to X-Content-Length.
    private static bool IsSound(HttpRequest request) => Methods.Contains(request.Method)
        && (request.Headers.TransferEncoding.Count == 0 || (!request.Headers.ContainsKey("X-Content-Length") && request.Headers.TransferEncoding.ToString().Equals("chunked", StringComparison.OrdinalIgnoreCase)));
}
