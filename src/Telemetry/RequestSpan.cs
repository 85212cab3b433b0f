using System.Diagnostics;

namespace HealthBao.Telemetry;

/// <summary>What a kept span of a request tells: method, route and status. The route is the pattern, never what stood in its places.</summary>
internal static class RequestSpan
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public static void UseRequestSpan(this WebApplication app) =>
        app.Use((http, next) => Activity.Current is { IsAllDataRequested: true } span ? ToldAsync(span, http, next) : next(http));

    /// <summary>Notes the caller's own span beside this one. For partners that have proven who they are: anybody else could write what they like into its ids.</summary>
    public static void LinkCaller(this HttpContext http)
    {
        if (Activity.Current is not { IsAllDataRequested: true } span) return;
        if (http.Request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, isRemote: true, out var caller)) span.AddLink(new(caller));
    }

    private static async Task ToldAsync(Activity span, HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        finally
        {
            var method = Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER";
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            span.DisplayName = route is null ? method : $"{method} {route}";
            span.SetTag(Tags.Method, method).SetTag(Tags.Route, route).SetTag(Tags.StatusCode, http.Response.StatusCode);
            if (http.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
