namespace HealthBao.Sandbox.StandIns.Baoding;

/// <summary>A result under another HTTP status.</summary>
internal sealed class StatusResult(IResult result, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return result.ExecuteAsync(httpContext);
    }
}
