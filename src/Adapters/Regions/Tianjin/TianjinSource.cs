using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>Speaks the open platform's style: a signed form out, XML back.</summary>
public sealed class TianjinSource(TianjinSourceOptions options, SourceConnection connection, TimeProvider clock)
{
    public const string Path = "/gateway.do";
    public const string CityCode = "120000";

    // The form escapes whatever it must; the platform's own examples carry Chinese names as they are.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Uri address = new(options.Address!, Path);
    private readonly TianjinSignature signature = new(options.PrivateKeyPem);

    public Task<SourceAnswer<TianjinRecord>> AskByCodeAsync(string codeContent, CancellationToken cancellation) =>
        AskAsync("tj.healthcode.verify", new { city_code = CityCode, code_content = codeContent }, asked: null, cancellation);

    public Task<SourceAnswer<TianjinRecord>> AskByDocumentAsync(PersonName name, IdentityDocument document, CancellationToken cancellation)
    {
        var certType = TianjinDocumentKinds.Native(document.Type);
        var question = new { city_code = CityCode, cert_type = certType, cert_no = document.Number, user_name = name.Value };
        return AskAsync("tj.healthcode.query", question, document.Type, cancellation);
    }

    private async Task<SourceAnswer<TianjinRecord>> AskAsync(string method, object question, DocumentType? asked, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = Form(method, question) };
        var answer = await connection.SendAsync(request, cancellation);
        return answer.TryGet(out var reply, out var fault) ? TianjinRecord.Parse(reply, clock.GetUtcNow(), asked) : fault;
    }

    private FormUrlEncodedContent Form(string method, object question)
    {
        var pairs = new Dictionary<string, string>
        {
            ["method"] = method,
            ["app_id"] = options.AppId,
            ["charset"] = "utf-8",
            ["sign_type"] = "RSA2",
            ["timestamp"] = TianjinTime.Write(clock.GetUtcNow()),
            ["biz_content"] = JsonSerializer.Serialize(question, Plain),
        };
        pairs["sign"] = signature.Sign(pairs);
        var form = new FormUrlEncodedContent(pairs);
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded", "utf-8");
        return form;
    }
}
