using System.Net.Http.Headers;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Regions.Hebei.Protocol;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>Speaks the province's protocol: JSON over HTTP, by code in two steps, by document in one.</summary>
public sealed class HebeiSource(HebeiSourceOptions options, SourceConnection connection)
{
    private const int ErrcodeNone = 0;
    private const int ErrcodeOverloaded = 503;
    private const int ErrcodeCodeUnknown = 404;
    private const int MaxBizExtData = 4096;

    /// <summary>By the content of the province's own QR code.</summary>
    public async Task<SourceAnswer<HebeiRecord>> AskAsync(string qrCode, CancellationToken cancellation)
    {
        var first = await PostAsync<HebeiCodeData>("code/validateCode", new { qrCode }, cancellation);
        if (!first.TryGet(out var code, out var fault)) return fault;
        if (code.Errcode == ErrcodeCodeUnknown) return new HebeiRecord.CodeUnknown();
        if (Fault(code.Errcode) is { } refused) return refused;
        if (code.Data is not { BizExtData: { Length: > 0 and <= MaxBizExtData } bizExtData }) return SourceFault.Unreadable;
        return await ReadAsync("userHealth/validateInfo", new { bizExtData }, null, cancellation);
    }

    /// <summary>By name and document.</summary>
    public Task<SourceAnswer<HebeiRecord>> AskAsync(PersonName name, IdentityDocument document, CancellationToken cancellation) =>
        ReadAsync(
            "userHealth/queryInfo",
            new { name = name.Value, zjlx = document.Type.Zjlx(), zjhm = document.Number },
            MaskedIdentity.Of(name, document),
            cancellation);

    private async Task<SourceAnswer<HebeiRecord>> ReadAsync<TBody>(string path, TBody body, MaskedIdentity? asked, CancellationToken cancellation)
    {
        var answer = await PostAsync<HebeiHealthData>(path, body, cancellation);
        if (!answer.TryGet(out var reply, out var fault)) return fault;
        if (Fault(reply.Errcode) is { } refused) return refused;
        if (reply.Data is null || HebeiRecord.Read(reply.Data, asked) is not { } record) return SourceFault.Unreadable;
        return record;
    }

    private async Task<SourceAnswer<HebeiReply<T>>> PostAsync<T>(string path, object? body, CancellationToken cancellation) where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Address.TrimEnd('/')}/hbjkm/{path}");
        request.Content = new ByteArrayContent(HebeiJson.Write(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var answer = await connection.SendAsync(request, cancellation);
        if (!answer.TryGet(out var reply, out var fault)) return fault;
        if (HebeiJson.TryRead<HebeiReply<T>>(reply.Body) is not { } read) return SourceFault.Unreadable;
        return read;
    }

    private static SourceFault? Fault(int errcode) => errcode switch
    {
        ErrcodeNone => null,
        ErrcodeOverloaded => SourceFault.Overloaded,
        _ => SourceFault.Faulted,
    };
}
