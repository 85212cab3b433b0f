using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Xingtai;

namespace HealthBao.Interop.Tests.Privacy;

/// <summary>A region's own system tells its adapter of people, and somebody else pretends to be it or the hub.</summary>
internal sealed class RegionCalls(Caller caller)
{
    public IReadOnlyList<Func<Citizen, Task>> All =>
    [
        async p =>
        {
            await caller.PostAsync("/v1/status-queries", Questions.Question(p));
            await TellAsync(p, Change(p, $"\"subject\":\"{p.Subject}\""));
        },
        p => TellAsync(p, Change(p, Document(p)), key: p.DocumentNumber + "-1"),
        async p =>
        {
            await TellAsync(p, Change(p, Document(p)), key: p.DocumentNumber + "-2");
            await TellAsync(p, Change(p, Document(p)).Replace("community-report", "symptoms", StringComparison.Ordinal), key: p.DocumentNumber + "-2");
        },
        p => TellAsync(p, Change(p, $"\"subject\":\"{p.Name}\"")),
        p => TellAsync(p, Change(p, Document(p)).Replace("community-report", p.Name, StringComparison.Ordinal)),
        p => TellAsync(p, Change(p, Document(p)).Replace("/CDC", "/" + p.Name, StringComparison.Ordinal)),
        p => TellAsync(p, Change(p, Document(p)).Replace("{", $"{{\"{p.Name}\":\"{p.DocumentNumber}\",", StringComparison.Ordinal)),
        p => TellAsync(p, Change(p, Document(p))[..^1]),
        p => TellAsync(p, Change(p, Document(p)), key: Uri.EscapeDataString(p.Name), secret: "another"),
        p => AdapterAsync(p, "/v1/status-queries", "{\"name\":\"" + p.Name + "\"," + Document(p) + "}"),
        p => AdapterAsync(p, "/v1/passes", "{\"nativeCode\":\"" + p.Name + "\"," + Document(p) + "}"),
        p => AdapterAsync(p, "/v1/nothing/" + Uri.EscapeDataString(p.Name) + "?number=" + p.DocumentNumber, ""),
        p => DeliverAsync(Csv(p), $"XT_JKM_{Today.Compact}.csv"),
        p => DeliverAsync(Csv(p).Replace(",1,", $",{p.Name},", StringComparison.Ordinal), $"XT_JKM_{Today.Compact}.csv"),
        p => DeliverAsync(p.Name + "," + p.DocumentNumber + "\r\n", $"XT_JKM_{p.Name}_{p.DocumentNumber}.csv"),
    ];

    private static ShanghaiDay Today => ShanghaiDay.At(TimeProvider.System.GetUtcNow());

    private static string Document(Citizen person) => $"\"documentType\":\"{person.DocumentType.Code()}\",\"documentNumber\":\"{person.DocumentNumber}\"";

    private static string Change(Citizen person, string whom) =>
        $$"""{{{whom}},"occurredAt":"{{ShanghaiDay.Format(TimeProvider.System.GetUtcNow())}}","authority":"{{person.Region}}/CDC","reason":"community-report"}""";

    private static string Csv(Citizen person) => Encoding.GetEncoding("GB18030").GetString(XingtaiFileWriter.Write(Today, [person]).Csv);

    private static byte[] Gb18030(string text) => Encoding.GetEncoding("GB18030").GetBytes(text);

    private Task<string> AdapterAsync(Citizen person, string path, string body) => caller.PostAsync(caller.Room.Adapter(person.Region).Plan.Address + path, body);

    private Task TellAsync(Citizen person, string change, string? key = null, string? secret = null)
    {
        var adapter = caller.Room.Adapter(person.Region).Plan;
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(change)) { Headers = { ContentType = new("application/json") } };
        return caller.SendAsync(HttpMethod.Post, adapter.Address + "/v1/changes", content, async request =>
        {
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            await NativeSystemCall.SignAsync(request, secret ?? adapter.Settings["NativeSystem:Secret"]!, TimeProvider.System.GetUtcNow());
        });
    }

    private async Task DeliverAsync(string csv, string fileName)
    {
        var adapter = caller.Room.Adapter("130000").Plan;
        var ok = $"rows=1\r\nsm3={Convert.ToHexStringLower(SHA256.HashData(Gb18030(csv)))}\r\n";
        var form = new MultipartFormDataContent { { new ByteArrayContent(Gb18030(csv)), "file", fileName }, { new StringContent(ok, Encoding.ASCII, MediaTypeHeaderValue.Parse("text/plain")), "ok", fileName + ".ok" } };
        await caller.SendAsync(HttpMethod.Post, adapter.Address + "/v1/files/xingtai", form, request =>
            NativeSystemCall.SignAsync(request, adapter.Settings["NativeSystem:Secret"]!, TimeProvider.System.GetUtcNow()));
    }
}
