using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace HealthBao.Benchmarks;

/// <summary>
/// How long a filter over 50,000 audit entries takes: the entries are written by the hub itself, as verifications of a batch, a third of
/// them of another destination; the hub is a process of its own.
/// </summary>
internal static class AuditReading
{
    private const int Entries = 50_000;
    private const int Rounds = 5;

    // The last one finds nothing, and has to look at every entry for it.
    private static readonly string[] Filters = ["?limit=100", "?destination=130000&verdict=cannot-tell&limit=1000", "?by=benchmark&reason=malformed&scene=airport&limit=1000", "?verdict=admit&limit=100"];

    public static async Task<int> RunAsync()
    {
        await using var region = await PlayedRegion.StartAsync();
        using var hub = await MeasuredHub.StartAsync(region);
        await WriteAsync(hub);
        var slowest = TimeSpan.Zero;
        foreach (var filter in Filters)
        {
            var (found, times) = (0, new List<TimeSpan>());
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                using var response = await GetAsync(hub, filter);
                var page = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
                times.Add(Stopwatch.GetElapsedTime(start));
                found = page["entries"]!.AsArray().Count;
            }

            times.Sort();
            slowest = times[^1] > slowest ? times[^1] : slowest;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{filter}: {found} entries on the page, median {times[Rounds / 2].TotalMilliseconds:F0} ms, slowest {times[^1].TotalMilliseconds:F0} ms"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Entries} entries; slowest of all {slowest.TotalMilliseconds:F0} ms; goal below 1,000 ms"));
        return slowest < TimeSpan.FromSeconds(1) ? 0 : 1;
    }

    private static async Task WriteAsync(MeasuredHub hub)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Entries; i++)
            lines.Append("{\"pass\":\"no pass\",\"destination\":\"").Append(i % 3 == 0 ? "130000" : "120000").Append("\",\"scene\":\"").Append(i % 1000 == 0 ? "airport" : "other").Append("\"}\n");
        using var request = Request(hub, HttpMethod.Post, "/v1/verifications/batch");
        request.Content = new StringContent(lines.ToString(), Encoding.UTF8, "application/x-ndjson");
        using var response = await hub.Http.SendAsync(request);
        var answers = (await response.Content.ReadAsStringAsync()).Count(c => c == '\n');
        if (answers != Entries) throw new InvalidOperationException($"{answers} answers instead of {Entries}.");
    }

    private static async Task<HttpResponseMessage> GetAsync(MeasuredHub hub, string filter)
    {
        using var request = Request(hub, HttpMethod.Get, "/v1/audit" + filter);
        var response = await hub.Http.SendAsync(request);
        return response.IsSuccessStatusCode ? response : throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(MeasuredHub hub, HttpMethod method, string path) =>
        new(method, hub.Address + path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", hub.Token) } };
}
