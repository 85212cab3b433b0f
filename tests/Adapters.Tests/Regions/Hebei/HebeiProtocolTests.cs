using System.Text;
using System.Text.Json;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;
using Microsoft.Extensions.Logging;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

public sealed class HebeiProtocolTests : IDisposable
{
    private const string Json = "application/json";
    private readonly HebeiRoom room = new();

    public void Dispose() => room.Dispose();

    private static byte[] Reply(string fxdj, params string[] reports)
    {
        var content = new
        {
            data = new
            {
                person = new { desensitizeName = "李**", desensitizeCardId = "13**************1X", zjlx = "10" },
                healthyReport = reports.Select(r => new { healthyStaus = r }),
                yqReports = Array.Empty<string>(),
            },
        };
        var data = new { fxdj, hasWarm = "", warnType = "", warmMsgs = Array.Empty<string>(), uuid = "u-1", content = JsonSerializer.Serialize(content) };
        return JsonSerializer.SerializeToUtf8Bytes(new { errcode = 0, errmsg = "", data });
    }

    [Fact]
    public async Task A_code_is_exchanged_in_two_steps()
    {
        await using var source = await Loopback.StartAsync(
            ("/hbjkm/code/validateCode", Json, Loopback.Utf8("""{"errcode":0,"errmsg":"","data":{"bizExtData":"opaque+/="}}""")),
            ("/hbjkm/userHealth/validateInfo", Json, Reply("00", "00")));

        var outcome = await room.Adapter(source.Address).AskByCodeAsync("HBJKM:abc", CancellationToken.None);

        Assert.Equal("u-1", Assert.IsType<EnquiryOutcome.Stated>(outcome).Statement.Subject);
        Assert.Equal(["""{"qrCode":"HBJKM:abc"}""", """{"bizExtData":"opaque+/="}"""], source.Asked.Select(a => Encoding.UTF8.GetString(a.Body)));
        Assert.Empty(room.Log.Events);
    }

    [Fact]
    public async Task A_question_by_document_names_the_kind_by_its_number()
    {
        await using var source = await Loopback.StartAsync(("/hbjkm/userHealth/queryInfo", Json, Reply("00", "00")));

        await room.Adapter(source.Address).AskByDocumentAsync(People.Name("欧阳 '𠮷'"), People.Document("H13010001", DocumentType.HmTravelPermit), CancellationToken.None);

        using var asked = JsonDocument.Parse(source.Asked.Single().Body);
        Assert.Equal(
            ("欧阳 '𠮷'", "14", "H13010001"),
            (asked.RootElement.GetProperty("name").GetString(), asked.RootElement.GetProperty("zjlx").GetString(), asked.RootElement.GetProperty("zjhm").GetString()));
    }

    [Theory]
    [InlineData("00", "01", "01")]
    [InlineData("01", "00", "01")]
    [InlineData("01", "10", "10")]
    [InlineData("20", "00", "20")]
    [InlineData("00", "77", "77")]
    [InlineData("77", "10", "10")]
    public async Task A_disagreement_is_a_warning_that_names_nobody(string fxdj, string report, string strictest)
    {
        await using var source = await Loopback.StartAsync(("/hbjkm/userHealth/queryInfo", Json, Reply(fxdj, "00", report)));

        var outcome = await room.Adapter(source.Address).AskByDocumentAsync(People.Name("李建国"), People.Document("13010219700512001X"), CancellationToken.None);

        Assert.Equal(strictest, Assert.IsType<EnquiryOutcome.Stated>(outcome).Statement.Code);
        Assert.Contains(room.Log.Events, e => e is { Id: 1300, Level: LogLevel.Warning });
        Assert.All(room.Log.Events, e => Assert.DoesNotMatch("李|13010|u-1", e.Text));
    }

    [Fact]
    public async Task A_code_that_the_map_does_not_list_is_a_warning()
    {
        await using var source = await Loopback.StartAsync(("/hbjkm/userHealth/queryInfo", Json, Reply("77", "77")));

        await room.Adapter(source.Address).AskByDocumentAsync(People.Name("李建国"), People.Document("13010219700512001X"), CancellationToken.None);

        Assert.Equal((EnquiryEvents.UnmappedCode, LogLevel.Warning), room.Log.Events.Select(e => (e.Id, e.Level)).Single());
    }

    [Theory]
    [InlineData("HBJKM:")]
    [InlineData("hbjkm:abc")]
    [InlineData("")]
    public async Task What_is_no_code_of_the_province_is_not_asked(string code)
    {
        Assert.IsType<EnquiryOutcome.CodeUnknown>(await room.Adapter("http://127.0.0.1:1").AskByCodeAsync(code, CancellationToken.None));
        Assert.IsType<EnquiryOutcome.CodeUnknown>(await room.Adapter("http://127.0.0.1:1").AskByCodeAsync("HBJKM:" + new string('a', 600), CancellationToken.None));
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"","data":{"bizExtData":""}}""")]
    [InlineData("""{"errcode":0,"errmsg":"","data":{"bizExtData":null}}""")]
    [InlineData("""{"errcode":0,"errmsg":""}""")]
    [InlineData("""{"errcode":"0","errmsg":"","data":{"bizExtData":"x"}}""")]
    [InlineData("""{"errmsg":"","data":{"bizExtData":"x"}}""")]
    [InlineData("""{"errcode":0,"errmsg":"","data":{"bizExtData":"\ud800"}}""")]
    [InlineData("""{"errcode":0,"errmsg":"","data":{"bizExtData":"x"}} x""")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_first_step_that_is_not_the_protocols_is_unreadable(string reply)
    {
        await using var source = await Loopback.StartAsync(("/hbjkm/code/validateCode", Json, Loopback.Utf8(reply)));

        var outcome = await room.Adapter(source.Address).AskByCodeAsync("HBJKM:abc", CancellationToken.None);

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Unreadable), outcome);
    }

    [Theory]
    [InlineData("fxdj", "0 0")]
    [InlineData("fxdj", "13010219700512001X")]
    [InlineData("fxdj", "00-warn")]
    [InlineData("content", """{"data":{"person":{"desensitizeName":"李**","desensitizeCardId":"13**************1X"},"healthyReport":[null]}}""")]
    [InlineData("content", """{"data":{"person":{"desensitizeName":"李**","desensitizeCardId":"13**************1X"}}}""")]
    [InlineData("content", """{"data":{"person":null,"healthyReport":[]}}""")]
    [InlineData("content", """{"data":{"person":{"desensitizeName":"李**","desensitizeCardId":"13**************1X","zjlx":"99"},"healthyReport":[]}}""")]
    public async Task An_answer_that_is_not_the_protocols_is_unreadable(string member, string value)
    {
        var reply = JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonNode>(Reply("00", "00"))!;
        reply["data"]![member] = value;
        await using var source = await Loopback.StartAsync(("/hbjkm/userHealth/queryInfo", Json, Loopback.Utf8(reply.ToJsonString())));

        var outcome = await room.Adapter(source.Address).AskByDocumentAsync(People.Name("李建国"), People.Document("13010219700512001X"), CancellationToken.None);

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Unreadable), outcome);
    }
}
