namespace HealthBao.Hub.OpenApi;

/// <summary><c>GET /openapi/v1.json</c>: what the hub serves, written by hand and held to it by tests; <c>GET /docs</c>: a page that shows it and runs requests.</summary>
internal static class OpenApiFeature
{
    // The page loads nothing from elsewhere, sends nothing elsewhere and stands in nobody's frame.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapOpenApi(this IEndpointRouteBuilder app)
    {
        Map(app, "/openapi/v1.json", "openapi/v1.json", "application/json; charset=utf-8");
        Map(app, "/docs", "openapi/docs.html", "text/html; charset=utf-8");
        Map(app, "/docs/docs.css", "openapi/docs.css", "text/css; charset=utf-8");
        Map(app, "/docs/docs.js", "openapi/docs.js", "text/javascript; charset=utf-8");
    }

    private static void Map(IEndpointRouteBuilder app, string path, string resource, string mediaType)
    {
        var bytes = Read(resource);
        app.MapGet(path, http =>
        {
            http.Response.ContentType = mediaType;
            http.Response.ContentLength = bytes.Length;
            http.Response.Headers.CacheControl = "public, max-age=300";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
        });
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(OpenApiFeature).Assembly.GetManifestResourceStream(resource)!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
