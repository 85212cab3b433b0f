using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Benchmarks;

/// <summary>
/// One online verification at the hub: CPU of the hub's process per request as a multiple of V, one verification by
/// <c>openssl speed ecdsap256</c> in the same run. The hub is a process of its own with a region that this program plays;
/// every pass is a different one, so that nothing can be remembered.
/// </summary>
internal static class OnlineVerification
{
    private const int Rounds = 5;
    private const int Count = 20_000;
    private const int UsualConnections = 16;

    public static async Task<int> RunAsync(string[] options)
    {
        var card = options.Contains("--card");
        var connections = Array.IndexOf(options, "--connections") is >= 0 and var at ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : UsualConnections;
        await using var region = await PlayedRegion.StartAsync();
        using var hub = await MeasuredHub.StartAsync(region);
        var bodies = Enumerable.Range(0, Count).Select(i => Body(region.Sign(i), card)).ToArray();
        await SendAsync(hub, bodies, connections);
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var verification = 1 / OpenSsl.VerificationsPerSecond();
            var before = hub.Cpu;
            await SendAsync(hub, bodies, connections);
            var each = (hub.Cpu - before).TotalSeconds / Count;
            ratios.Add(each / verification);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: V {verification * 1e6:F1} µs, hub {each * 1e6:F1} µs per request, {each / verification:F2} V"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(card ? "card" : "API")} rendition, {connections} connections, audit durable before each answer, logging as by default: median {ratios[Rounds / 2]:F2} V (spread {ratios[0]:F2}–{ratios[^1]:F2}); goal 2.0, stretch 1.75"));
        return 0;
    }

    private static byte[] Body(SignedPass pass, bool card) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["pass"] = card ? pass.Card : pass.Api, ["destination"] = "120000", ["scene"] = "railway-station" });

    private static Task SendAsync(MeasuredHub hub, byte[][] bodies, int connections) => Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
    {
        for (var i = connection; i < bodies.Length; i += connections)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hub.Address + "/v1/verifications") { Content = new ByteArrayContent(bodies[i]) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", hub.Token);
            using var response = await hub.Http.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            if (!answer.AsSpan().StartsWith("{\"verdict\":\"admit\""u8)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
        }
    }));
}
