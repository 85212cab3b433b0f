using System.Text;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Tests.Files;
using HealthBao.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

/// <summary>The province and Baoding at their worst: each ends in its fault and in no status.</summary>
public sealed class HostileSourceTests : IDisposable
{
    private const string Province = "/hbjkm/userHealth/queryInfo";
    private const string City = "/services/jkm";
    private const string Gbk = "text/xml; charset=GBK";
    private readonly HebeiRoom room = new();
    private readonly TaskCompletionSource testIsOver = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        testIsOver.TrySetResult();
        room.Dispose();
    }

    public static TheoryData<string, string, SourceFault> Misdeeds { get; } = new()
    {
        { Province, "garbage", SourceFault.Unreadable },
        { Province, "half", SourceFault.Unreachable },
        { Province, "status-503", SourceFault.Overloaded },
        { Province, "status-429", SourceFault.Overloaded },
        { Province, "status-500", SourceFault.Faulted },
        { Province, "status-302", SourceFault.Faulted },
        { Province, "ten-megabytes", SourceFault.TooLarge },
        { Province, "deep-json", SourceFault.Unreadable },
        { City, "garbage", SourceFault.Unreadable },
        { City, "half", SourceFault.Unreachable },
        { City, "status-503", SourceFault.Overloaded },
        { City, "status-500", SourceFault.Faulted },
        { City, "ten-megabytes", SourceFault.TooLarge },
        { City, "xml-bomb", SourceFault.Unreadable },
        { City, "external-entity", SourceFault.Unreadable },
        { City, "wide-document", SourceFault.Unreadable },
        { City, "no-charset", SourceFault.Unreadable },
        { City, "broken-gbk", SourceFault.Unreadable },
        { City, "two-returns", SourceFault.Unreadable },
    };

    [Theory, MemberData(nameof(Misdeeds))]
    public async Task A_misdeed_is_the_fault_it_is(string path, string misdeed, SourceFault expected)
    {
        await using var source = await Loopback.StartAsync(http => http.Request.Path == path ? MisbehaveAsync(http, misdeed) : NobodyAsync(http));

        Assert.Equal(new EnquiryOutcome.SourceFailed(expected), await AskAsync(source.Address));
    }

    [Theory]
    [InlineData(Province)]
    [InlineData(City)]
    public async Task A_source_that_never_answers_has_timed_out(string path)
    {
        await using var source = await Loopback.StartAsync(http => http.Request.Path == path ? testIsOver.Task : NobodyAsync(http));
        room.Timeout = TimeSpan.FromSeconds(path == Province ? 0.2 : 2);

        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.TimedOut), await AskAsync(source.Address));
        testIsOver.SetResult();
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_unreachable() =>
        Assert.Equal(new EnquiryOutcome.SourceFailed(SourceFault.Unreachable), await AskAsync("http://127.0.0.1:1"));

    private async Task<EnquiryOutcome> AskAsync(string address)
    {
        var adapter = room.Adapter(address);
        await Delivery.Of(Delivery.Row("张桂英", People.Number(1))).ToAsync(adapter.NightlyFiles.Single());
        return await adapter.AskByDocumentAsync(People.Name("郑海涛"), People.Document("130602198004202015"), CancellationToken.None);
    }

    private static Task NobodyAsync(HttpContext http) => Loopback.SendAsync(http, 200, "application/json", Loopback.Utf8(
        """{"errcode":0,"errmsg":"","data":{"fxdj":"20","hasWarm":"暂无信息","warnType":"","warmMsgs":[],"uuid":"","content":""}}"""));

    private static Task MisbehaveAsync(HttpContext http, string misdeed) => misdeed switch
    {
        "garbage" => Loopback.SendAsync(http, 200, Gbk, [0x00, 0x01, 0x02, 0x7B]),
        "half" => HalfAsync(http),
        "ten-megabytes" => Loopback.SendAsync(http, 200, Gbk, new byte[10 * 1024 * 1024]),
        "deep-json" => Loopback.SendAsync(http, 200, "application/json", Loopback.Utf8(new string('[', 100_000))),
        "xml-bomb" => XmlAsync(http, "<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><b>&c;</b>"),
        "external-entity" => XmlAsync(http, "<!DOCTYPE b [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><b>&a;</b>"),
        "wide-document" => XmlAsync(http, $"<b>{new string('a', 500_000)}</b>"),
        "no-charset" => Loopback.SendAsync(http, 200, "text/xml", Envelope("<return/>")),
        "broken-gbk" => Loopback.SendAsync(http, 200, Gbk, [.. Envelope("<return/>"), 0xFF]),
        "two-returns" => Loopback.SendAsync(http, 200, Gbk, Envelope("<return>&lt;response/&gt;</return><return/>")),
        _ => Loopback.SendAsync(http, int.Parse(misdeed["status-".Length..], null), "text/plain", []),
    };

    private static async Task HalfAsync(HttpContext http)
    {
        (http.Response.ContentType, http.Response.ContentLength) = (Gbk, 1000);
        await http.Response.Body.WriteAsync(new byte[10]);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    private static Task XmlAsync(HttpContext http, string xml) =>
        Loopback.SendAsync(http, 200, Gbk, Encoding.ASCII.GetBytes("<?xml version=\"1.0\" encoding=\"GBK\"?>" + xml));

    private static byte[] Envelope(string inner) => ChineseEncodings.Gbk.GetBytes(
        $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><j:jkmResponse xmlns:j=\"urn:baoding:jkm\">{inner}</j:jkmResponse></s:Body></s:Envelope>");
}
