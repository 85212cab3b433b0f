using System.Net.Http.Headers;
using System.Text;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Baoding;

/// <summary>Speaks Baoding's protocol: SOAP 1.1 in GBK with a document inside CDATA, both ways.</summary>
public sealed class BaodingSource(BaodingSourceOptions options, SourceConnection connection, TimeProvider clock)
{
    public const string Name = "baoding";
    public const string Authority = "130600";

    private const string Charset = "GBK";

    public async Task<SourceAnswer<BaodingRecord>> AskAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        // GBK has no 𠮷: nobody of such a name can be in Baoding's system, and a '?' would ask for somebody else.
        if (!TryEncode(BaodingEnvelope.Ask(name, document), out var body)) return BaodingRecord.Nobody(clock.GetUtcNow());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Address.TrimEnd('/')}/services/jkm");
        request.Headers.Add("SOAPAction", $"\"{BaodingEnvelope.Action}\"");
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/xml", Charset);
        var answer = await connection.SendAsync(request, cancellation);
        return answer.TryGet(out var reply, out var fault) ? Read(reply) : fault;
    }

    private SourceAnswer<BaodingRecord> Read(SourceReply reply)
    {
        if (!IsGbk(reply.ContentType) || !TryDecode(reply.Body, out var text)) return SourceFault.Unreadable;
        return BaodingEnvelope.Open(text).TryGet(out var inner, out var fault) ? BaodingRecord.Read(inner, clock.GetUtcNow()) : fault;
    }

    private static bool IsGbk(string contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, "text/xml", StringComparison.OrdinalIgnoreCase)
        && string.Equals(type.CharSet?.Trim('"'), Charset, StringComparison.OrdinalIgnoreCase);

    private static bool TryEncode(string text, out byte[] bytes)
    {
        try
        {
            bytes = ChineseEncodings.Gbk.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            bytes = [];
            return false;
        }
    }

    private static bool TryDecode(byte[] bytes, out string text)
    {
        try
        {
            text = ChineseEncodings.Gbk.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }
}
