using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Tests.Audit;

namespace HealthBao.Hub.Tests.Limits;

/// <summary>Questions as a partner asks them, and what is told of them.</summary>
internal static class LimitCalls
{
    public static readonly string Question = JsonSerializer.Serialize(TestPeople.Zhang.Query("110000"));

    public static Task<HttpResponseMessage> QueryAsync(this RunningHub hub) => hub.PostTextAsync("/v1/status-queries", Question, TestPartner.Gate);

    public static async Task<HttpStatusCode> QueryStatusAsync(this RunningHub hub)
    {
        using var response = await hub.QueryAsync();
        return response.StatusCode;
    }

    /// <summary>A region that knows nobody.</summary>
    public static async Task<FakeRegion> JoinWithoutPeopleAsync(this RunningHub hub)
    {
        var region = await FakeRegion.JoinAsync(hub, "110000");
        region.Adapter.AnswerQueries(() => new(HealthStatus.NotHeld, null, null, null));
        return region;
    }

    /// <summary>The alarms of one kind that an auditor reads, as their reasons.</summary>
    public static async Task<IReadOnlyList<string?>> AlarmsAsync(this RunningHub hub, string kind) =>
        [.. (await hub.EntriesAsync("?kind=" + kind)).Select(e => Expect.Text(e, "reason"))];

    /// <summary>Asks many times, a few at once.</summary>
    /// <returns>How many were answered; all others were refused for the budget.</returns>
    public static async Task<int> GuessAsync(int guesses, params RunningHub[] nodes)
    {
        foreach (var node in nodes) await node.TokenAsync(TestPartner.Gate);
        var answered = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, guesses), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var status = await nodes[i % nodes.Length].QueryStatusAsync();
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, status.ToString());
            if (status == HttpStatusCode.OK) Interlocked.Increment(ref answered);
        });
        return answered;
    }

    public static string? Field(this HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
