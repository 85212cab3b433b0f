using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Telemetry;

namespace HealthBao.Hub.Verification;

/// <summary>A batch's answers: recorded first, then written, in order.</summary>
internal sealed class BatchAnswers(PipeWriter output, HolderWatch holders, AuditLog audit, HubMeters meters, string partner) : IDisposable
{
    private readonly Utf8JsonWriter writer = new(output, VerificationJson.Options);
    private readonly List<(VerificationResult Result, AuditEntry Entry)> waiting = [];

    public int Count => waiting.Count;

    public void Add(VerificationResult result, string? scene) =>
        waiting.Add((result, AuditedVerification.Of(AuditKind.Verification, partner, VerificationFeature.NewId(), result, scene)));

    public async Task FlushAsync(CancellationToken cancellation)
    {
        await audit.AppendAsync([.. waiting.Select(w => w.Entry), .. waiting.Select(w => holders.Note(w.Entry)).OfType<AuditEntry>()]);
        foreach (var (result, entry) in waiting)
        {
            Write(result, entry.Id!);
            meters.Told(result, HubCalls.Batch);
        }

        waiting.Clear();
        await output.FlushAsync(cancellation);
    }

    public void Dispose() => writer.Dispose();

    private void Write(VerificationResult result, string id)
    {
        VerificationJson.Write(writer, result, id);
        writer.Flush();
        writer.Reset();
        output.Write("\n"u8);
    }
}
