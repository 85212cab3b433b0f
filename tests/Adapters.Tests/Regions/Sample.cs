using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>One folder below a region's <c>samples</c>: a question, what the source answers, and the outcome expected.</summary>
internal sealed class Sample(string directory)
{
    private readonly JsonElement ask = Read(Path.Combine(directory, "ask.json"));

    public string Name => Path.GetFileName(directory);

    public DateTimeOffset Now => ask.GetProperty("now").GetDateTimeOffset();

    public IReadOnlyList<ScriptedReply> Replies =>
        ask.TryGetProperty("replies", out var replies) ? [.. replies.EnumerateArray().Select(ReadReply)] : [];

    /// <summary>Nightly files that lie there before the question: source, file and its <c>.ok</c>.</summary>
    public IReadOnlyList<(string Source, string File, string? Ok)> Files =>
        ask.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(ReadFile)] : [];

    public IReadOnlyDictionary<string, string> Expected =>
        Read(Path.Combine(directory, "expected.json")).EnumerateObject()
            .Where(m => m.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(m => m.Name, m => m.Value.GetString()!);

    public Task<EnquiryOutcome> AskAsync(IRegionAdapter adapter, CancellationToken cancellation)
    {
        if (ask.TryGetProperty("nativeCode", out var code)) return adapter.AskByCodeAsync(code.GetString()!, cancellation);
        Assert.True(PersonName.TryCreate(Text("name"), out var name));
        Assert.True(DocumentTypes.TryParse(Text("documentType"), out var type));
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(type, Text("documentNumber"), out var document));
        return adapter.AskByDocumentAsync(name!, document!, cancellation);
    }

    private string Text(string member) => ask.GetProperty(member).GetString()!;

    private ScriptedReply ReadReply(JsonElement reply) => new(
        reply.GetProperty("path").GetString()!,
        reply.GetProperty("status").GetInt32(),
        reply.GetProperty("contentType").GetString()!,
        File.ReadAllBytes(Path.Combine(directory, reply.GetProperty("file").GetString()!)));

    private (string Source, string File, string? Ok) ReadFile(JsonElement file) => (
        file.GetProperty("source").GetString()!,
        Path.Combine(directory, file.GetProperty("file").GetString()!),
        file.TryGetProperty("ok", out var ok) && ok.GetString() is { } name ? Path.Combine(directory, name) : null);

    private static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path), new() { AllowDuplicateProperties = false });
        return document.RootElement.Clone();
    }
}
