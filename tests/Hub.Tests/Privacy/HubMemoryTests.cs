using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using HealthBao.Seeds;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>After it was asked about people, nothing of the hub holds their names and numbers: no memory, file, log line or answer.</summary>
public sealed class HubMemoryTests(SeededRoom room) : IClassFixture<SeededRoom>
{
    // Each call is made with each of the six kinds of document.
    private const int Rounds = 2;

    [SkippableFact]
    public async Task Names_and_numbers_are_in_no_memory_file_log_or_answer_of_the_hub()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Another process's memory is read through /proc, which only Linux has.");
        var calls = new PersonalCalls(room);
        var people = SeededPerson.Make(Rounds * calls.All.Count, Random.Shared);
        var answers = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, people.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            answers.Add(await calls.All[i / Rounds](people[i]));
            answers.Add(i % 2 == 0 ? await calls.OrdinaryAsync(people[i]) : await calls.ShownAsync(people[i]));
        });
        AssertPlayed(answers);
        var found = new ConcurrentDictionary<string, int>();
        var sought = new Sought(people.SelectMany(p => p.Seeds));
        foreach (var answer in answers) Find(sought, Encoding.UTF8.GetBytes(answer), found, "answer");
        Find(sought, Encoding.UTF8.GetBytes(room.Hub.Output), found, "log");
        foreach (var file in Directory.EnumerateFiles(room.Hub.Directory, "*", SearchOption.AllDirectories)) Find(sought, ReadShared(file), found, Path.GetFileName(file));
        Assert.True(found.IsEmpty, Told(found));
        // A call that was broken off is under way until the hub hears of it, and shows in a dump until then.
        var patience = Stopwatch.StartNew();
        do
        {
            found.Clear();
            var read = ProcessMemory.Read(room.Hub.Id, sought.Longest, piece => Find(sought, piece.Span, found, "memory"));
            Assert.True(read > 50_000_000, $"Only {read} bytes of memory could be read.");
        }
        while (!found.IsEmpty && patience.Elapsed < TimeSpan.FromMinutes(1));
        Assert.True(found.IsEmpty, Told(found));
    }

    private static string Told(ConcurrentDictionary<string, int> found) =>
        $"{found.Count} finds:\n" + string.Join('\n', found.Select(f => $"{f.Key} × {f.Value}").Order(StringComparer.Ordinal).Take(60));

    [SkippableFact]
    public void The_search_finds_what_the_hub_does_hold()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Another process's memory is read through /proc, which only Linux has.");
        var found = new ConcurrentDictionary<string, int>();
        var sought = new Sought([TestPartner.Gate.ClientId]);
        ProcessMemory.Read(room.Hub.Id, sought.Longest, piece => Find(sought, piece.Span, found, "memory"));
        Assert.Contains("memory: tianjin-gate (as it is, UTF-8)", found.Keys);
        Assert.Contains("memory: tianjin-gate (as it is, UTF-16)", found.Keys);
    }

    // What was to be answered was, so that the search is of a hub that did its work.
    private static void AssertPlayed(ConcurrentBag<string> answers)
    {
        foreach (var status in new[] { "200", "400", "401", "404", "413", "415" })
            Assert.True(answers.Any(a => a.StartsWith(status, StringComparison.Ordinal)), $"No answer is a {status}: " + string.Join(", ", answers.CountBy(a => a.Length > 3 ? a[..3] : a)));
        foreach (var reason in new[] { "\"not-held\"", "\"region-unavailable\"", "\"issuer-not-trusted\"", "\"consistent\":true", "\"admit\"", "\"card\":\"ey" })
            Assert.True(answers.Any(a => a.Contains(reason, StringComparison.Ordinal)), $"No answer says {reason}.");
        Assert.DoesNotContain(answers, a => a.StartsWith("429", StringComparison.Ordinal));
        Assert.DoesNotContain(answers, a => a.StartsWith("500", StringComparison.Ordinal));
    }

    private static void Find(Sought sought, ReadOnlySpan<byte> bytes, ConcurrentDictionary<string, int> found, string where) =>
        sought.FindIn(bytes, what => found.AddOrUpdate($"{where}: {what}", 1, (_, times) => times + 1));

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
