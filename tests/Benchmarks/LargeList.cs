using System.Diagnostics;
using System.Globalization;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Benchmarks;

/// <summary>What a list of 110 million passes, one in a hundred superseded, costs whoever signs, reads, holds and continues it.</summary>
internal static class LargeList
{
    private const int Places = 110_000_000;
    private const int Deltas = 1_000;

    public static void Measure()
    {
        using var key = SigningKey.Create();
        var random = new Random(1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var marked = Enumerable.Range(0, Places / 100).Select(_ => random.Next(Places)).ToArray();
        var list = Held(StatusList.Empty.With(Places, new ChangedPlaces(PassState.Superseded, marked)));
        marked = [];
        Say("memory of the list", $"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F1} MB");
        var (token, signing) = Timed(() => StatusListToken.Sign(list, key));
        Say("signing it whole", $"{signing.TotalMilliseconds:F0} ms, {token.Length / 1e6:F1} MB");
        var (_, reading) = Timed(() => StatusListToken.Read(token, Issuer(list, key), list.Day) ?? throw new InvalidOperationException("The list was not read."));
        Say("reading it whole", $"{reading.TotalMilliseconds:F0} ms");
        list = Apply(list, 1, random);
        Apply(list, StatusListDelta.MaxChanges, random);
    }

    private static HeldStatusList Apply(HeldStatusList list, int changes, Random random)
    {
        var deltas = Enumerable.Range(0, changes == 1 ? Deltas : 10).Select(n => Delta(list, n, changes, random)).ToArray();
        list = list.With(deltas[0], out _);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var (after, time) = Timed(() => deltas.Skip(1).Aggregate(list, (held, delta) => held.With(delta, out _)));
        var count = deltas.Length - 1;
        Say($"applying a delta of {changes}", $"{time.TotalMicroseconds / count:F1} µs, {(GC.GetAllocatedBytesForCurrentThread() - bytes) / 1024.0 / count:F0} KiB");
        return after;
    }

    private static StatusListDelta Delta(HeldStatusList list, int n, int changes, Random random)
    {
        int[] indexes = [.. Enumerable.Range(0, changes).Select(_ => random.Next(Places)).Distinct().Order()];
        return new(list.Issuer, list.Day, list.AsOf, list.Version + n, list.Version + n + 1, Places, [new ChangedPlaces(PassState.Superseded, indexes)]);
    }

    private static HeldStatusList Held(StatusList list) => new("https://beijing.healthbao.example", ShanghaiDay.At(Passes.Now), list, Passes.Now, TimeSpan.FromMinutes(1));

    private static TrustedIssuer Issuer(HeldStatusList list, SigningKey key) => Passes.Trust(key).Find(list.Issuer)!;

    private static (T Value, TimeSpan Time) Timed<T>(Func<T> act)
    {
        var start = Stopwatch.GetTimestamp();
        return (act(), Stopwatch.GetElapsedTime(start));
    }

    private static void Say(string what, FormattableString figure) => Console.WriteLine($"110 M passes, 1 % superseded: {what}: {figure.ToString(CultureInfo.InvariantCulture)}");
}
