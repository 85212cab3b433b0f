using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Tests;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Hub and adapters hear of people in every way, well and badly written; then nothing that they told or keep names one of them.</summary>
public sealed class NobodyIsNamedTests
{
    // Every call is made about a person of each kind of document.
    private const int Kinds = 6;
    private const string Route = "/v1/status-queries";
    private const string NotFound = "urn:healthbao:problem:not-found";
    private const string NoStore = "no-store";

    private static readonly string[] Regions = ["110000", "120000", "130000"];

    [SkippableFact]
    public Task With_SQLite_no_log_trace_metric_answer_file_or_memory_names_anybody() => RunAsync(null);

    [SkippableFact]
    public async Task With_PostgreSQL_no_log_trace_metric_answer_file_table_or_memory_names_anybody()
    {
        await using var database = TemporaryDatabase.Name();
        await database.CreateAsync();
        await RunAsync(database.ConnectionString);
    }

    private static async Task RunAsync(string? postgres)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Another process's memory is read through /proc, which only Linux has.");
        var now = TimeProvider.System.GetUtcNow();
        Skip.If(ShanghaiDay.At(now).End - now < TimeSpan.FromMinutes(5), "The day is about to end; passes end with it.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var people = SeededCitizens.Of(SeededPerson.Make(660, Random.Shared));
        await using var room = await WatchedRoom.StartAsync(postgres, people);
        using var caller = new Caller(room);
        var planted = Planted.Make();
        await Planted.PutAsync(caller, planted);
        var questions = new Questions(caller).All;
        var calls = questions.Concat(new Misplacements(caller).All).Concat(new RegionCalls(caller).All).ToArray();
        Assert.InRange(calls.Length * Kinds, 1, people.Count);
        await Parallel.ForAsync(0, calls.Length * Kinds, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await calls[i / Kinds](people[i]));
        AssertPlayed(caller.Answers);

        string[] present = [.. planted.Seeds, Gate(room), Route, NotFound, NoStore, .. Regions, .. Regions.Select(OfficeOf), .. Regions.Select(IssuerOf)];
        var (everywhere, memory) = (new Search(people.SelectMany(Seeds), present), new Search(people.Take(questions.Count * Kinds).SelectMany(Seeds), present));
        await new Places(room, caller, postgres).LookAsync(everywhere, memory);
        var found = everywhere.Forbidden.Concat(memory.Forbidden).ToArray();
        Assert.True(found.Length == 0, $"{found.Length} finds:\n" + string.Join('\n', found.Take(80)));
        foreach (var (where, text, form) in Findable(planted, room, postgres is not null))
        {
            var search = where == Places.HubMemory ? memory : everywhere;
            Assert.True(search.Has(where, text, form), $"{where}: {text} ({form}) is not found, but\n{search}");
        }
    }

    private static string Gate(WatchedRoom room) => room.Plan.Partners[1].ClientId;

    private static string OfficeOf(string region) => region + "/CDC";

    private static string IssuerOf(string region) => PartHost.Catalog.Find(region)!.Participant.Issuer;

    // What was to be answered was, so that the search is of parts that did their work.
    private static void AssertPlayed(IReadOnlyCollection<string> answers)
    {
        foreach (var problem in new[]
        {
            "bad-request", "unauthorized", "forbidden", "not-found", "method-not-allowed", "conflict", "too-large", "unsupported-media-type", "native-code-unknown", "too-many-requests", "source-failed",
            "source-timeout", "unavailable",
        })
            Assert.Contains(answers, a => a.Contains("urn:healthbao:problem:" + problem, StringComparison.Ordinal));
        foreach (var said in new[] { "\"admit\"", "\"refuse\"", "\"cannot-tell\"", "\"not-held\"", "\"region-unavailable\"", "\"consistent\":true", "\"card\":\"ey", "\"superseded\":1", "wrong-digest", "invalid_client" })
            Assert.Contains(answers, a => a.Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(answers, a => a.StartsWith("500", StringComparison.Ordinal));
    }

    // What does stand at each place, and in which form.
    private static IEnumerable<(string Where, string Text, string Form)> Findable(SeededPerson planted, WatchedRoom room, bool isPostgres)
    {
        var (register, number) = (isPostgres ? Places.Tables : Places.Files(room.Hub), planted.Seeds.Last());
        yield return (Places.Answers, number, "UTF-8");
        yield return (Places.Answers, NotFound, "UTF-8");
        yield return (Places.Answers, NoStore, "UTF-8");
        yield return (Places.Answers, IssuerOf(Regions[0]), "base64");
        yield return (Places.Log(room.Hub), number, "UTF-8");
        yield return (Places.Overheard(room.Hub), Route, "UTF-8");
        yield return (register, number, "UTF-8");
        yield return (register, planted.Name, "UTF-8");
        yield return (Places.HubMemory, number, "UTF-8");
        yield return (Places.HubMemory, planted.Name, "UTF-8");
        yield return (Places.HubMemory, Gate(room), "UTF-16");
        foreach (var adapter in Regions.Select(room.Adapter))
        {
            yield return (Places.Log(adapter), adapter.Plan.Region, "UTF-8");
            yield return (Places.Overheard(adapter), Route, "UTF-8");
            yield return (isPostgres ? Places.Tables : Places.Files(adapter), OfficeOf(adapter.Plan.Region), "UTF-8");
            yield return (isPostgres ? Places.Tables : Places.Files(adapter), IssuerOf(adapter.Plan.Region), "base64");
        }
    }

    private static IEnumerable<string> Seeds(Citizen citizen) => new SeededPerson(citizen.Name, citizen.DocumentType, citizen.DocumentNumber).Seeds;
}
