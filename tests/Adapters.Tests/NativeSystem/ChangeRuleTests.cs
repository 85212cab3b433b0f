using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HealthBao.Adapters.Tests.NativeSystem;

/// <summary>What a region has to say before anybody's code changes, above all before it turns yellow or red.</summary>
public sealed class ChangeRuleTests
{
    private static readonly Dictionary<string, string> Red = new() { ["status"] = "central-observation", ["authority"] = "990001/CDC", ["reason"] = "cdc-list" };

    [Theory]
    [InlineData("""{"status":"central-observation"}""")]
    [InlineData("""{"status":"home-observation"}""")]
    [InlineData("""{"native":"R"}""")]
    [InlineData("""{"native":{"system":"https://healthbao.example/fhir/CodeSystem/example","code":"Y"}}""")]
    [InlineData("""{"native":"unheard-of"}""")]
    [InlineData("{}")]
    public async Task A_yellow_a_red_and_what_is_not_said_need_office_and_reason(string said)
    {
        var text = await RefusedAsync(said);
        Assert.Contains("\"field\":\"authority\",\"fault\":\"missing\"", text, StringComparison.Ordinal);
        Assert.Contains("\"field\":\"reason\",\"fault\":\"missing\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"status":"no-abnormality"}""")]
    [InlineData("""{"status":"cannot-confirm"}""")]
    [InlineData("""{"status":"not-held"}""")]
    [InlineData("""{"native":"G"}""")]
    [InlineData("""{"native":"B","status":"cannot-confirm"}""")]
    [InlineData("""{"native":"unheard-of","status":"cannot-confirm"}""")]
    [InlineData("""{"status":"no-abnormality","reason":"observation-ended"}""")]
    [InlineData("""{"status":"no-abnormality","authority":"990105/COMMUNITY"}""")]
    [InlineData("""{"status":"central-observation","authority":"990001/CDC","reason":"close-contact"}""")]
    [InlineData("""{"native":"R","authority":"990001/CDC","reason":"confirmed-case"}""")]
    [InlineData("""{"native":"R","status":"central-observation","authority":"990001001/CDC-2","reason":"cdc-list"}""")]
    [InlineData("""{"status":"home-observation","authority":"990001001002/COMMUNITY","reason":"released"}""")]
    [InlineData("""{"authority":"990001/CDC","reason":"pass-withdrawn"}""")]
    public async Task What_is_told_well_is_accepted(string said)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        using var response = await ChangeTests.SendAsync(adapter, With(said));
        Assert.Equal((HttpStatusCode.OK, "{\"superseded\":0,\"suspended\":0,\"record\":1}"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("bank-depositor", "not-listed")]
    [InlineData("CDC-LIST", "not-listed")]
    [InlineData("", "empty")]
    [InlineData("registered", "no-health-reason")]
    [InlineData("corrected", "no-health-reason")]
    [InlineData("trip-unverified", "no-health-reason")]
    [InlineData("pass-withdrawn", "no-health-reason")]
    [InlineData("observation-ended", "contradicts")]
    [InlineData("community-report", "contradicts")]
    public async Task Nobody_is_turned_red_but_for_a_reason_of_health_that_leads_there(string reason, string fault)
    {
        var text = await RefusedAsync(JsonSerializer.Serialize(new Dictionary<string, string>(Red) { ["reason"] = reason }));
        Assert.Contains($"\"field\":\"reason\",\"fault\":\"{fault}\"", text, StringComparison.Ordinal);
        if (reason.Length > 0) Assert.DoesNotContain("\"" + reason + "\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("990001", "format")]
    [InlineData("CDC", "format")]
    [InlineData("疾控中心", "format")]
    [InlineData("990001/cdc", "format")]
    [InlineData("990001/C", "format")]
    [InlineData("990001/CDC/2", "format")]
    [InlineData("9900011/CDC", "format")]
    [InlineData("990001/ABCDEFGHIJK", "format")]
    [InlineData(" 990001/CDC", "format")]
    [InlineData("110000/CDC", "other-region")]
    [InlineData("130500001/COMMUNITY", "other-region")]
    public async Task An_office_is_coded_and_of_this_region(string authority, string fault)
    {
        var text = await RefusedAsync(JsonSerializer.Serialize(new Dictionary<string, string>(Red) { ["authority"] = authority }));
        Assert.Contains($"\"field\":\"authority\",\"fault\":\"{fault}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"" + authority + "\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"native":"G","status":"central-observation"}""", "status", "contradicts")]
    [InlineData("""{"native":"R","status":"no-abnormality"}""", "status", "contradicts")]
    [InlineData("""{"native":"unheard-of","status":"no-abnormality"}""", "status", "contradicts")]
    [InlineData("""{"status":"green"}""", "status", "not-listed")]
    [InlineData("""{"native":{"system":"https://healthbao.example/fhir/CodeSystem/beijing","code":"2"}}""", "native.system", "not-listed")]
    [InlineData("""{"native":{"code":"R"}}""", "native.system", "missing")]
    [InlineData("""{"native":{"system":"https://healthbao.example/fhir/CodeSystem/example"}}""", "native.code", "missing")]
    [InlineData("""{"native":{"system":"https://healthbao.example/fhir/CodeSystem/example","code":"R","display":"红"}}""", "native.display", "unknown-member")]
    [InlineData("""{"native":7}""", "native", "wrong-type")]
    [InlineData("""{"status":"no-abnormality","reason":"cdc-list"}""", "reason", "contradicts")]
    [InlineData("""{"status":"no-abnormality","reason":"I say so"}""", "reason", "not-listed")]
    [InlineData("""{"status":"no-abnormality","authority":"somebody"}""", "authority", "format")]
    [InlineData("""{"status":"no-abnormality","reason":"pass-withdrawn"}""", "authority", "missing")]
    public async Task What_contradicts_itself_or_the_map_is_refused(string said, string field, string fault) =>
        Assert.Contains($"\"field\":\"{field}\",\"fault\":\"{fault}\"", await RefusedAsync(said), StringComparison.Ordinal);

    private static async Task<string> RefusedAsync(string said)
    {
        await using var adapter = await RunningAdapter.StartAsync();
        adapter.Source.ByCode = _ => Task.FromResult(RunningAdapter.Stated(subject: "s"));
        var pass = await adapter.PassAsync("EX:one");
        using var response = await ChangeTests.SendAsync(adapter, With(said));
        await response.AssertProblemAsync(HttpStatusCode.BadRequest, "\"detail\":");
        Assert.Equal(HealthBao.Contracts.Pass.PassRejection.None, await ChangeTests.StandAsync(adapter, pass));
        Assert.Contains(adapter.Log.Lines, l => l.StartsWith("Warning 2006 ", StringComparison.Ordinal));
        return await response.Content.ReadAsStringAsync();
    }

    private static byte[] With(string said)
    {
        var body = JsonNode.Parse(said)!.AsObject();
        (body["subject"], body["occurredAt"]) = ("s", "2026-03-01T09:12:00+08:00");
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
