using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Tests;
using HealthBao.Sandbox.People;
using HealthBao.Seeds;
using Npgsql;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Hub and adapters are asked about people in every way; then nothing that they told or keep names one of them.</summary>
public sealed class NobodyIsNamedTests
{
    private const int Kinds = 6;

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
        // Every call is made about a person of each kind of document.
        var people = SeededCitizens.Of(SeededPerson.Make(600, Random.Shared));
        await using var room = await WatchedRoom.StartAsync(postgres, people);
        using var caller = new Caller(room);
        var (questions, misplacements, regions) = (new Questions(caller).All, new Misplacements(caller).All, new RegionCalls(caller).All);
        var calls = questions.Concat(misplacements).Concat(regions).ToArray();
        Assert.True(calls.Length * Kinds <= people.Count);
        await Parallel.ForAsync(0, calls.Length * Kinds, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) => await calls[i / Kinds](people[i]));
        Console.WriteLine("played");
        var everywhere = new Search(people.SelectMany(Seeds));
        var inMemory = new Search(people.Take(questions.Count * Kinds).SelectMany(Seeds));
        foreach (var answer in caller.Answers) everywhere.In("answer", answer);
        foreach (var part in room.Parts)
        {
            foreach (var line in part.Output) everywhere.In($"{part.Plan.Name} log", line);
            everywhere.In($"{part.Plan.Name} traces and metrics", part.Overheard());
            foreach (var file in Directory.EnumerateFiles(part.DataDirectory, "*", SearchOption.AllDirectories)) everywhere.In($"{part.Plan.Name} {Path.GetFileName(file)}", SharedFile.Read(file));
        }
        if (postgres is not null) await DatabaseText.ReadAsync(postgres, (table, bytes) => everywhere.In(table, bytes));
        ProcessMemory.Read(room.Hub.Id, inMemory.Longest, piece => inMemory.In("hub memory", piece.Span));
        File.WriteAllLines("/tmp/mem_answers.txt", caller.Answers);
        File.WriteAllLines("/tmp/mem_found.txt", everywhere.Found.Keys.Concat(inMemory.Found.Keys));
        File.WriteAllLines("/tmp/mem_log.txt", room.Parts.SelectMany(p => p.Output.Select(o => p.Plan.Name + " " + o)));
        File.WriteAllLines("/tmp/mem_overheard.txt", room.Parts.Select(p => Encoding.UTF8.GetString(p.Overheard())));
        Assert.True(everywhere.Found.IsEmpty && inMemory.Found.IsEmpty, everywhere.ToString() + inMemory);
    }

    private static IEnumerable<string> Seeds(Citizen citizen) => new SeededPerson(citizen.Name, citizen.DocumentType, citizen.DocumentNumber).Seeds;
}
