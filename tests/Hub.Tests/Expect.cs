using System.Net;
using System.Text.Json;

namespace HealthBao.Hub.Tests;

/// <summary>What an answer must look like.</summary>
public static class Expect
{
    /// <summary>A problem document of this kind, with a trace and without anything the caller sent.</summary>
    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string name, params string[] neverEchoed)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.All(neverEchoed, value => Assert.DoesNotContain(value, text, StringComparison.Ordinal));
        var problem = JsonElement.Parse(text);
        Assert.Equal("urn:healthbao:problem:" + name, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>A 400 whose errors name this field and fault.</summary>
    public static async Task FaultAsync(HttpResponseMessage response, string field, string fault, params string[] neverEchoed)
    {
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest, "bad-request", neverEchoed);
        Assert.Contains((field, fault), problem.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("field").GetString(), e.GetProperty("fault").GetString())));
    }

    public static void Verdict(JsonElement answer, string verdict, string? reason)
    {
        Assert.Equal((verdict, reason), (Text(answer, "verdict"), Text(answer, "reason")));
    }

    public static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
