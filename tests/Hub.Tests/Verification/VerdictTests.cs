using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Tests.Verification;

public sealed class VerdictTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private static readonly string[] Scenes =
        ["railway-station", "road-checkpoint", "airport", "community", "office", "workplace", "school", "hospital", "other"];

    public static TheoryData<string, string, string, string?> Verdicts
    {
        get
        {
            var data = new TheoryData<string, string, string, string?>();
            foreach (var destination in new[] { "110000", "120000", "130000" })
            {
                data.Add(destination, "green", "admit", null);
                data.Add(destination, "yellow", "refuse", "home-observation");
                data.Add(destination, "red", "refuse", "central-observation");
                data.Add(destination, "blue", "cannot-tell", "cannot-confirm");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public async Task Each_status_has_its_verdict_at_each_destination_and_in_each_scene(string destination, string native, string verdict, string? reason)
    {
        foreach (var origin in new[] { room.Beijing, room.Tianjin, room.Hebei })
            foreach (var scene in Scenes)
            {
                var answer = await room.Hub.VerifyAsync(origin.Pass(native).Api, destination, scene);
                Expect.Verdict(answer, verdict, reason);
                Assert.Equal((origin.Code, destination, destination + "/1"), (Expect.Text(answer, "region"), Expect.Text(answer, "destination"), Expect.Text(answer, "policy")));
            }
    }

    [Fact]
    public async Task All_renditions_say_the_same()
    {
        var pass = room.Beijing.Pass();
        foreach (var text in new[] { pass.Api, pass.Card, pass.Qr }) Expect.Verdict(await room.Hub.VerifyAsync(text), "admit", null);
    }

    [Fact]
    public async Task Beijing_admits_its_own_without_registering_the_trip()
    {
        Assert.Equal(["temperature-check"], Conditions(await room.Hub.VerifyAsync(room.Beijing.Pass().Api, "110000")));
        Assert.Equal(["temperature-check", "registration"], Conditions(await room.Hub.VerifyAsync(room.Hebei.Pass().Api, "110000")));
    }

    [Fact]
    public async Task Hebei_copies_the_colour_that_its_issuer_lifts_and_beijing_raises_a_state_of_its_own()
    {
        var copied = (await room.Hub.VerifyAsync(room.Tianjin.Pass("yellow").Api, "130000")).GetProperty("recognition");
        Assert.Equal(("copy-colour", "120000", "home-observation"), (Expect.Text(copied, "style"), Expect.Text(copied, "liftedBy"), Expect.Text(copied, "localStatus")));
        var raised = (await room.Hub.VerifyAsync(room.Tianjin.Pass("yellow").Api, "110000")).GetProperty("recognition");
        Assert.Equal(("raise-local-state", "110000"), (Expect.Text(raised, "style"), Expect.Text(raised, "liftedBy")));
    }

    [Fact]
    public async Task The_red_of_tianjin_travels_with_its_caveat()
    {
        var answer = await room.Hub.VerifyAsync(room.Tianjin.Pass("red").Api, "110000");
        Assert.Equal("可能为居家隔离", Expect.Text(answer.GetProperty("nativeCode"), "caveat"));
        Assert.Contains("天津红码", Expect.Text(answer.GetProperty("next").GetProperty("staff"), "zh")!, StringComparison.Ordinal);
        Assert.Equal("120000/CDC", Expect.Text(answer, "authority"));
        Assert.False((await room.Hub.VerifyAsync(room.Beijing.Pass("red").Api)).GetProperty("nativeCode").TryGetProperty("caveat", out _));
    }

    [Fact]
    public async Task A_destination_without_a_policy_has_no_rule()
    {
        var answer = await room.Hub.VerifyAsync(room.Beijing.Pass().Api, "140000");
        Expect.Verdict(answer, "cannot-tell", "no-rule");
        Assert.Null(Expect.Text(answer, "policy"));
    }

    [Theory]
    [InlineData("110000", "cannot-tell", "city-scope")]
    [InlineData("120000", "cannot-tell", "city-scope")]
    [InlineData("130000", "admit", null)]
    public async Task A_citys_code_counts_where_the_province_says_so(string destination, string verdict, string? reason)
    {
        var city = room.Hebei.Sign(room.Hebei.Says() with { NativeSystem = FhirSystems.Native("xingtai") });
        Expect.Verdict(await room.Hub.VerifyAsync(city.Api, destination), verdict, reason);
    }

    [Fact]
    public async Task A_native_code_that_the_map_does_not_list_or_maps_elsewhere_is_unmapped()
    {
        var unlisted = room.Beijing.Sign(room.Beijing.Says() with { NativeCode = "purple" });
        Expect.Verdict(await room.Hub.VerifyAsync(unlisted.Api), "cannot-tell", "unmapped-code");
        var otherwise = room.Beijing.Sign(room.Beijing.Says() with { NativeCode = "red" });
        Expect.Verdict(await room.Hub.VerifyAsync(otherwise.Api), "cannot-tell", "unmapped-code");
        var foreign = room.Beijing.Sign(room.Beijing.Says() with { NativeSystem = room.Tianjin.System });
        Expect.Verdict(await room.Hub.VerifyAsync(foreign.Api), "cannot-tell", "unmapped-code");
        var less = room.Beijing.Sign(room.Beijing.Says("green", HealthStatus.CannotConfirm));
        Expect.Verdict(await room.Hub.VerifyAsync(less.Api), "cannot-tell", "cannot-confirm");
    }

    [Fact]
    public async Task The_document_at_the_desk_is_compared_and_told_consistent_or_not()
    {
        var pass = room.Beijing.Pass().Api;
        var same = await room.Hub.AskAsync("/v1/verifications", new { pass, destination = "120000", holder = TestPeople.Zhang.Holder });
        Expect.Verdict(same, "admit", null);
        Assert.True(same.GetProperty("holder").GetProperty("consistent").GetBoolean());
        Assert.Contains("holder", same.GetProperty("checked").EnumerateArray().Select(c => c.GetString()));

        var other = await room.Hub.AskAsync("/v1/verifications", new { pass, destination = "120000", holder = TestPeople.Li.Holder });
        Expect.Verdict(other, "refuse", "holder-mismatch");
        Assert.False(other.GetProperty("holder").GetProperty("consistent").GetBoolean());
        Assert.Null(Expect.Text(other, "status"));
        Assert.DoesNotContain(room.Hub.Log.Lines, l => l.Contains(TestPeople.Li.Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_has_the_members_of_the_interface_and_masked_values_only()
    {
        var answer = await room.Hub.VerifyAsync(room.Beijing.Pass().Api);
        Assert.Equal(
            ["verdict", "reason", "status", "nativeCode", "region", "destination", "holder", "asOf", "validUntil", "checked", "conditions", "recognition", "policy", "map",
                "statusListAsOf", "authority", "next", "id"],
            answer.EnumerateObject().Select(m => m.Name));
        var expected = """
            {"verdict":"admit","reason":null,"status":"no-abnormality",
             "nativeCode":{"system":"https://healthbao.example/fhir/CodeSystem/beijing","code":"green","display":"码green"},
             "region":"110000","destination":"120000","holder":{"name":"张*","document":"11**************2X","consistent":null},
             "asOf":"2026-03-01T08:40:00+08:00","validUntil":"2026-03-02T00:00:00+08:00",
             "checked":["size","parse","algorithm","issuer","signature","profile","time","status-list","policy"],"conditions":["temperature-check"],
             "recognition":{"style":"raise-local-state","localStatus":"no-abnormality","liftedBy":"120000","treatment":{"zh":"可通行，测温","en":"Passage after a temperature check"}},
             "policy":"120000/1","map":"110000/1","statusListAsOf":"2026-03-01T09:00:00+08:00","authority":null}
            """;
        var told = System.Text.Json.Nodes.JsonNode.Parse(answer.GetRawText())!.AsObject();
        told.Remove("next");
        told.Remove("id");
        Assert.True(System.Text.Json.Nodes.JsonNode.DeepEquals(System.Text.Json.Nodes.JsonNode.Parse(expected), told), told.ToJsonString());
    }

    [Fact]
    public async Task The_scene_is_other_when_none_is_named()
    {
        var answer = await room.Hub.AskAsync("/v1/verifications", new { pass = room.Beijing.Pass().Api, destination = "120000" });
        Expect.Verdict(answer, "admit", null);
    }

    private static IEnumerable<string?> Conditions(System.Text.Json.JsonElement answer) => answer.GetProperty("conditions").EnumerateArray().Select(c => c.GetString());
}
