namespace HealthBao.Hub.Idempotency;

/// <summary>Where an <c>Idempotency-Key</c> counts: at every write of operators, regions and partners. Verifications and queries change nothing.</summary>
internal static class IdempotencyServices
{
    private const string Writes = "/v1/trust";

    public static void AddIdempotencyKeys(this IServiceCollection services) => services.AddSingleton<NamedWrites>().AddSingleton<NamedWriteCalls>();

    public static void UseIdempotencyKeys(this WebApplication app)
    {
        var calls = app.Services.GetRequiredService<NamedWriteCalls>();
        app.Use((http, next) => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments(Writes) && http.Request.Headers.ContainsKey(NamedWriteCalls.Header)
            ? calls.ServeAsync(http, next)
            : next(http));
    }
}
