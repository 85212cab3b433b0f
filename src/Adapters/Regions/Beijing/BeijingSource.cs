using System.Net.Http.Headers;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>Speaks 健康宝's partner interface: signed JSON, one call, native errors inside HTTP 200.</summary>
public sealed class BeijingSource(BeijingSourceOptions options, SourceConnection connection, TimeProvider clock)
{
    public const string Path = "/jkb/partner/healthStatus";

    /// <summary>Where requests for correction are passed on (docs/healthcode.md).</summary>
    public const string CorrectionPath = "/jkb/partner/correction";

    private readonly Uri address = new(options.Address!, Path);
    private readonly Uri corrections = new(options.Address!, CorrectionPath);

    public Task<SourceAnswer<BeijingRecord>> AskByCodeAsync(string qrCode, CancellationToken cancellation) =>
        AskAsync(JsonSerializer.SerializeToUtf8Bytes(new { qrCode }), asked: null, cancellation);

    public Task<SourceAnswer<BeijingRecord>> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        var question = new { name = name.Value, idCard = document.Number, idCardType = BeijingDocumentKinds.Native(document.Type) };
        return AskAsync(JsonSerializer.SerializeToUtf8Bytes(question), document.Type, cancellation);
    }

    /// <summary>Passes a request for correction on; the same ticket twice asks how far it is.</summary>
    /// <returns>Its state, or null when there was no usable answer.</returns>
    public async Task<string?> PassOnAsync(string ticket, string about, CancellationToken cancellation)
    {
        var answer = await SendAsync(corrections, JsonSerializer.SerializeToUtf8Bytes(new { ticket, about }), cancellation);
        if (!answer.TryGet(out var reply, out _) || reply is not { Errcode: BeijingReply.Sound, Data.State: { } state }) return null;
        return state == CorrectionState.Open || CorrectionState.Moves.Contains(state) ? state : null;
    }

    private async Task<SourceAnswer<BeijingRecord>> AskAsync(byte[] question, DocumentType? asked, CancellationToken cancellation)
    {
        if (!(await SendAsync(address, question, cancellation)).TryGet(out var reply, out var fault)) return fault;
        if (reply.Errcode == BeijingReply.SessionExpired)
            // Once, with a new timestamp and nonce: a second refusal is about us and not about the moment.
            if (!(await SendAsync(address, question, cancellation)).TryGet(out reply, out fault)) return fault;
        return BeijingRecord.Of(reply, clock.GetUtcNow(), asked);
    }

    private async Task<SourceAnswer<BeijingReply>> SendAsync(Uri target, byte[] question, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = new ByteArrayContent(question) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        BeijingSignature.Sign(options, question, clock.GetUtcNow()).Write(request);
        var answer = await connection.SendAsync(request, cancellation);
        return answer.TryGet(out var reply, out var fault) ? BeijingReply.Parse(reply) : fault;
    }
}
