using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Benchmarks;

/// <summary>
/// From just before a region's own system tells a change until the hub says <c>superseded</c> of that person's pass, the way both are called
/// in production, beside a constant load of other verifications.
/// </summary>
internal static class RevocationLatency
{
    private const int LoadPasses = 100;
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(int changes, int atOnce, int connections, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("healthbao-revocation").FullName;
        var people = 3 * (changes + LoadPasses);
        try
        {
            await using var sandbox = await RunningSandbox.StartAsync(new() { Separate = true, PortBase = FreePorts.FindShift(), People = people, Data = data, StartPatience = TimeSpan.FromMinutes(5) }, cancellation);
            using var calls = new SandboxCalls(sandbox.Plan);
            var travellers = await IssueAsync(calls, people, changes + LoadPasses);
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var load = Enumerable.Range(0, connections).Select(_ => LoadAsync(calls, travellers[changes..], ends.Token)).ToArray();
            var start = Stopwatch.GetTimestamp();
            var latencies = await ChangeAsync(calls, travellers[..changes], atOnce);
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            await ends.CancelAsync();
            var verified = (await Task.WhenAll(load)).Sum();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{latencies.Count} changes, {atOnce} at once, {latencies.Count / seconds:F0} a second; load {connections} connections, {verified / seconds:F0} verifications a second beside them"));
            Report("from the acknowledgement", [.. latencies.Select(l => l.FromAnswer)]);
            return Report("from the sending", [.. latencies.Select(l => l.FromSending)]) < Goal ? 0 : 1;
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    // Beijing's system calls its people by another word every day and tells its adapter itself.
    private static async Task<Traveller[]> IssueAsync(SandboxCalls calls, int people, int count)
    {
        var citizens = new[] { "tianjin", "hebei" }.SelectMany(s => Citizens.Of(s, people)).Where(c => c is { NativeCode: not null, Expected: Contracts.Status.HealthStatus.NoAbnormality }).ToArray();
        Random.Shared.Shuffle(citizens);
        var travellers = new ConcurrentBag<Traveller>();
        await Parallel.ForEachAsync(citizens.Take(count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (citizen, _) => travellers.Add(new(citizen, await calls.PassAsync(citizen))));
        return travellers.Count == count ? [.. travellers] : throw new InvalidOperationException("There are too few people with codes.");
    }

    private static async Task<List<Latency>> ChangeAsync(SandboxCalls calls, IEnumerable<Traveller> travellers, int atOnce)
    {
        var latencies = new ConcurrentBag<Latency>();
        await Parallel.ForEachAsync(travellers, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (traveller, _) =>
        {
            if (await calls.ReasonAsync(traveller.Pass) != "") throw new InvalidOperationException("A pass was not admitted before the change.");
            var sent = Stopwatch.GetTimestamp();
            await calls.TellAsync(traveller.Citizen);
            var answered = Stopwatch.GetTimestamp();
            while (await calls.ReasonAsync(traveller.Pass) is var reason && reason != "superseded")
                if (reason != "" || Stopwatch.GetElapsedTime(sent) > 30 * Goal) throw new InvalidOperationException($"The hub says '{reason}' after a change.");
            latencies.Add(new(Stopwatch.GetElapsedTime(sent), Stopwatch.GetElapsedTime(answered)));
        });
        return [.. latencies];
    }

    private static async Task<int> LoadAsync(SandboxCalls calls, Traveller[] travellers, CancellationToken cancellation)
    {
        var count = 0;
        for (; !cancellation.IsCancellationRequested; count++)
            if (await calls.ReasonAsync(travellers[count % travellers.Length].Pass) != "") throw new InvalidOperationException("A pass of the load was not admitted.");
        return count;
    }

    private static TimeSpan Report(string from, TimeSpan[] times)
    {
        Array.Sort(times);
        TimeSpan At(double share) => times[Math.Min(times.Length - 1, (int)Math.Ceiling(share * times.Length) - 1)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{from}: p50 {At(0.5).TotalMilliseconds:F1} ms, p95 {At(0.95).TotalMilliseconds:F1} ms, p99 {At(0.99).TotalMilliseconds:F1} ms, max {times[^1].TotalMilliseconds:F1} ms; goal p99 < 1000 ms"));
        return At(0.99);
    }

    private sealed record Traveller(Citizen Citizen, string Pass);

    private sealed record Latency(TimeSpan FromSending, TimeSpan FromAnswer);
}
