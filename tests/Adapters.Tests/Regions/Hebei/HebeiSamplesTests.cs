using System.Collections.Concurrent;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Hebei;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

/// <summary>Replays the samples of Hebei's folder.</summary>
public sealed class HebeiSamplesTests
{
    private static readonly string Samples = Path.Combine(HebeiRoom.Folder, "samples");

    private static readonly string[] Folders = [.. Directory.GetDirectories(Samples).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names { get; } = new(Folders);

    [Theory, MemberData(nameof(Names))]
    public async Task A_sample_is_answered_as_it_says(string name)
    {
        var (folder, ask) = (Path.Combine(Samples, name), Read(name, "ask.json"));
        var script = new ConcurrentQueue<JsonElement>(ask.GetProperty("replies").EnumerateArray());
        await using var source = await Loopback.StartAsync(http =>
        {
            if (!script.TryDequeue(out var reply) || reply.GetProperty("path").GetString() != http.Request.Path) return Loopback.SendAsync(http, 404, "text/plain", []);
            var body = File.ReadAllBytes(Path.Combine(folder, reply.GetProperty("file").GetString()!));
            return Loopback.SendAsync(http, reply.GetProperty("status").GetInt32(), reply.GetProperty("contentType").GetString()!, body);
        });
        using var room = new HebeiRoom();
        room.Clock.SetUtcNow(ask.GetProperty("now").GetDateTimeOffset());
        var adapter = room.Adapter(source.Address);
        await DeliverAsync(adapter, folder, ask);

        var actual = Members(await AskAsync(adapter, ask));

        foreach (var member in Read(name, "expected.json").EnumerateObject())
            Assert.Equal((member.Name, member.Value.GetString()), (member.Name, actual.GetValueOrDefault(member.Name)));
        Assert.Empty(script);
    }

    [Fact]
    public void Every_native_code_of_the_map_is_the_answer_of_a_sample()
    {
        using var room = new HebeiRoom();
        var stated = Folders.Select(f => Read(f, "expected.json"))
            .Where(e => e.TryGetProperty("code", out _))
            .Select(e => (FhirSystems.Native(e.GetProperty("system").GetString()!), e.GetProperty("code").GetString()!));
        var listed = room.Context().Map.Translations.Where(t => t.Value.Status != HealthStatus.NotHeld).Select(t => t.Key);

        Assert.Empty(listed.Except(stated));
    }

    private static async Task DeliverAsync(HebeiAdapter adapter, string folder, JsonElement ask)
    {
        if (!ask.TryGetProperty("files", out var files)) return;
        foreach (var file in files.EnumerateArray())
        {
            var nightly = ((IRegionAdapter)adapter).NightlyFiles.Single(f => f.Source == file.GetProperty("source").GetString());
            await using var csv = File.OpenRead(Path.Combine(folder, file.GetProperty("file").GetString()!));
            await using var ok = File.OpenRead(Path.Combine(folder, file.GetProperty("ok").GetString()!));
            await nightly.ReceiveAsync(Path.GetFileName(csv.Name), csv, ok, CancellationToken.None);
        }
    }

    private static Task<EnquiryOutcome> AskAsync(HebeiAdapter adapter, JsonElement ask)
    {
        if (ask.TryGetProperty("nativeCode", out var code)) return adapter.AskByCodeAsync(code.GetString()!, CancellationToken.None);
        Assert.True(DocumentTypes.TryParse(ask.GetProperty("documentType").GetString(), out var type));
        var document = People.Document(ask.GetProperty("documentNumber").GetString()!, type);
        return adapter.AskByDocumentAsync(People.Name(ask.GetProperty("name").GetString()!), document, CancellationToken.None);
    }

    private static Dictionary<string, string> Members(EnquiryOutcome outcome) => outcome switch
    {
        EnquiryOutcome.Stated { Statement: var s } => new()
        {
            ["outcome"] = "stated",
            ["status"] = s.Status.Code(),
            ["system"] = s.System[FhirSystems.NativePrefix.Length..],
            ["code"] = s.Code,
            ["name"] = s.Person.Name.ToString(),
            ["document"] = s.Person.DocumentNumber,
            ["documentType"] = s.Person.DocumentType.Code(),
            ["asOf"] = ShanghaiDay.Format(s.AsOf),
            ["authority"] = s.Authority,
        },
        EnquiryOutcome.SourceLate late => new() { ["outcome"] = "source-late", ["source"] = late.Source },
        EnquiryOutcome.SourceFailed failed => new()
        {
            ["outcome"] = "source-failed",
            ["fault"] = JsonNamingPolicy.KebabCaseLower.ConvertName(failed.Fault.ToString()),
        },
        _ => new() { ["outcome"] = JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.GetType().Name) },
    };

    private static JsonElement Read(string name, string file) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Samples, name, file)));
}
