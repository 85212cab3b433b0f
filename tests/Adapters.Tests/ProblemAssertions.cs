using System.Net;
using System.Text.Json;

namespace HealthBao.Adapters.Tests;

internal static class ProblemAssertions
{
    /// <summary>The answer is a problem document with a trace, says what is expected and nothing that is not.</summary>
    public static async Task AssertProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string? says = null, string? never = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, text), (response.StatusCode, text));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.StartsWith("urn:healthbao:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        if (says is not null) Assert.Contains(says, text, StringComparison.Ordinal);
        if (never is not null) Assert.DoesNotContain(never, text, StringComparison.Ordinal);
    }
}
