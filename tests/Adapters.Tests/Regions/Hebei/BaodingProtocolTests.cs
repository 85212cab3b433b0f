using System.Xml.Linq;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Files;
using HealthBao.Adapters.Regions.Hebei.Cities.Baoding;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

public sealed class BaodingProtocolTests : IDisposable
{
    private readonly HebeiRoom room = new();

    public void Dispose() => room.Dispose();

    private static byte[] Reply(string inner) => ChineseEncodings.Gbk.GetBytes(
        "<?xml version=\"1.0\" encoding=\"gbk\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
        + $"<j:jkmResponse xmlns:j=\"urn:baoding:jkm\"><return><![CDATA[{inner}]]></return></j:jkmResponse></s:Body></s:Envelope>");

    private async Task<SourceAnswer<BaodingRecord>> AskAsync(Loopback source, string name)
    {
        var context = room.Context(source.Address);
        var baoding = new BaodingSource(context.Options<BaodingSourceOptions>("Cities:Baoding"), context.Connection, room.Clock);
        return await baoding.AskAsync(People.Name(name), People.Document("BD1306001", DocumentType.Passport), CancellationToken.None);
    }

    private static Task<Loopback> Answering(string inner) => Loopback.StartAsync(("/services/jkm", "text/xml; charset=\"gbk\"", Reply(inner)));

    private async Task<SourceFault> FaultOfAsync(string inner)
    {
        await using var source = await Answering(inner);
        Assert.False((await AskAsync(source, "郑海涛")).TryGet(out _, out var fault));
        return fault;
    }

    [Fact]
    public async Task The_question_is_soap_1_1_in_gbk_with_a_document_in_cdata()
    {
        await using var source = await Answering("<response><state>0</state><JKMZT>绿码</JKMZT><SXSJ>2020-03-01 09:12:00</SXSJ></response>");

        Assert.True((await AskAsync(source, "郑]]>&<海涛")).TryGet(out var record, out _));

        var asked = source.Asked.Single();
        Assert.Equal(("\"urn:baoding:jkm#jkm\"", "text/xml; charset=GBK"), (asked.SoapAction, asked.ContentType));
        var envelope = XElement.Parse(ChineseEncodings.Gbk.GetString(asked.Body));
        var request = XElement.Parse(envelope.Descendants("arg0").Single().Value);
        Assert.Equal(
            ("JKM001", "130600", "20", "BD1306001", "郑]]>&<海涛"),
            (Text(request, "functionNo"), Text(request, "targetOrg"), Text(request, "ZJLX"), Text(request, "ZJHM"), Text(request, "XM")));
        Assert.Equal(new BaodingRecord("绿码", DateTimeOffset.Parse("2020-03-01T09:12:00+08:00", null)), record);
    }

    [Fact]
    public async Task A_name_that_gbk_cannot_write_is_not_asked()
    {
        await using var source = await Answering("<response><state>0</state><JKMZT>绿码</JKMZT><SXSJ>2020-03-01 09:12:00</SXSJ></response>");

        Assert.True((await AskAsync(source, "田𠮷")).TryGet(out var record, out _));

        Assert.Equal("无码", record.Jkmzt);
        Assert.Empty(source.Asked);
    }

    [Theory]
    [InlineData("<response><state>7</state></response>", SourceFault.Faulted)]
    [InlineData("<response><JKMZT>绿码</JKMZT><SXSJ>2020-03-01 09:12:00</SXSJ></response>", SourceFault.Unreadable)]
    [InlineData("<response><state>0</state><JKMZT>绿码</JKMZT><JKMZT>红码</JKMZT><SXSJ>2020-03-01 09:12:00</SXSJ></response>", SourceFault.Unreadable)]
    [InlineData("<response><state>0</state><JKMZT>green</JKMZT><SXSJ>2020-03-01 09:12:00</SXSJ></response>", SourceFault.Unreadable)]
    [InlineData("<response><state>0</state><JKMZT>绿码</JKMZT><SXSJ></SXSJ></response>", SourceFault.Unreadable)]
    [InlineData("<response><state>0</state><JKMZT>绿码</JKMZT><SXSJ>03-01 09:12</SXSJ></response>", SourceFault.Unreadable)]
    [InlineData("<response><state>0</state>", SourceFault.Unreadable)]
    [InlineData("", SourceFault.Unreadable)]
    public async Task An_inner_document_that_is_not_the_protocols_is_a_fault(string inner, SourceFault expected) =>
        Assert.Equal(expected, await FaultOfAsync(inner));

    private static string Text(XElement request, string name) => request.Descendants(name).Single().Value;
}
