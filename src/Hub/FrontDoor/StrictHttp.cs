using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.FrontDoor;

/// <summary>Refuses what the server lets through and a proxy in front might read in another way (RFC 9112 §11.2, request smuggling).</summary>
internal static class StrictHttp
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    /// <summary>A bare line feed ends no line (RFC 9112 §2.2). The server reads this switch once, when it is made.</summary>
    public static void RefuseBareLineFeeds() => AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true);

    public static void UseStrictHttp(this WebApplication app) => app.Use((http, next) => Fault(http.Request) is { } fault ? RefuseAsync(http, fault) : next(http));

    private static Problem? Fault(HttpRequest request)
    {
        if (!Methods.Contains(request.Method)) return new(ProblemType.MethodNotAllowed, "The methods served are " + string.Join(' ', Methods) + ".");
        if (request.Headers.TransferEncoding.Count == 0) return null;
        // Content-Length beside Transfer-Encoding: the server goes by the chunks and moves the length to this name.
        if (request.Headers.ContainsKey("X-Content-Length") || request.Headers.ContentLength is not null) return new(ProblemType.BadRequest, "Content-Length and Transfer-Encoding exclude each other.");
        return request.Headers.TransferEncoding.ToString().Equals("chunked", StringComparison.OrdinalIgnoreCase) ? null : new(ProblemType.BadRequest, "The only transfer coding is chunked.");
    }

    // Whatever follows on the connection cannot be trusted to be a request.
    private static Task RefuseAsync(HttpContext http, Problem fault)
    {
        http.Response.Headers.Connection = "close";
        if (fault.Type == ProblemType.MethodNotAllowed) http.Response.Headers.Allow = string.Join(", ", Methods);
        return http.WriteProblemAsync(fault);
    }
}
