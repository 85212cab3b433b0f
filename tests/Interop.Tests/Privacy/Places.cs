using System.Text;
using HealthBao.Seeds;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>Everything that hub and adapters told or keep.</summary>
internal sealed class Places(WatchedRoom room, Caller caller, string? postgres)
{
    public const string Answers = "answers";
    public const string HubMemory = "hub memory";
    public const string Tables = "tables";

    public static string Log(WatchedPart part) => part.Plan.Name + " log";

    public static string Overheard(WatchedPart part) => part.Plan.Name + " traces and metrics";

    public static string Files(WatchedPart part) => part.Plan.Name + " files";

    /// <summary>Looks at every place, and at the hub's memory.</summary>
    public async Task LookAsync(Search everywhere, Search memory)
    {
        // The second call finds the first one's end told, since it comes after it on the same connection.
        foreach (var part in room.Parts.Concat(room.Parts)) await caller.SendAsync(HttpMethod.Get, part.Plan.Address + "/metrics");
        foreach (var answer in caller.Answers) everywhere.In(Answers, Encoding.UTF8.GetBytes(answer));
        foreach (var part in room.Parts)
        {
            foreach (var line in part.Output) everywhere.In(Log(part), Encoding.UTF8.GetBytes(line));
            everywhere.In(Overheard(part), part.Overheard());
            foreach (var file in Directory.EnumerateFiles(part.DataDirectory, "*", SearchOption.AllDirectories)) everywhere.In(Files(part), [.. Encoding.UTF8.GetBytes(file), .. SharedFile.Read(file)]);
        }

        if (postgres is not null) await DatabaseText.ReadAsync(postgres, bytes => everywhere.In(Tables, bytes));
        var read = ProcessMemory.Read(room.Hub.Id, memory.Longest, piece => memory.In(HubMemory, piece.Span));
        Assert.True(read > 50_000_000, $"Only {read} bytes of memory could be read.");
    }
}
