namespace HealthBao.Hub.Idempotency;

/// <summary>An answer held back until it is recorded.</summary>
internal static class HeldAnswer
{
    /// <param name="failed">What is done when there is none.</param>
    public static async Task<RecordedAnswer> OfAsync(HttpContext http, RequestDelegate next, Func<Task> failed)
    {
        var body = http.Response.Body;
        using var held = new MemoryStream();
        http.Response.Body = held;
        try
        {
            await next(http);
            await http.Response.BodyWriter.FlushAsync();
        }
        catch
        {
            await failed();
            throw;
        }
        finally
        {
            http.Response.Body = body;
        }

        return new(http.Response.StatusCode, http.Response.ContentType, held.ToArray());
    }

    /// <summary>Lets an answer go, whose status and fields stand already.</summary>
    public static Task WriteAsync(HttpContext http, RecordedAnswer answer) =>
        answer.Body.Length == 0 ? Task.CompletedTask : http.Response.Body.WriteAsync(answer.Body).AsTask();

    /// <summary>Tells an answer again.</summary>
    public static Task TellAsync(HttpContext http, RecordedAnswer answer)
    {
        (http.Response.StatusCode, http.Response.ContentType) = (answer.Status, answer.ContentType);
        return WriteAsync(http, answer);
    }
}
