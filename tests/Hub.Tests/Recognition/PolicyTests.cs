using System.Net;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Hub.Recognition;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Tests.Recognition;

public sealed class PolicyTests
{
    private const string Words = """{"zh":"词","en":"words"}""";

    [Fact]
    public async Task Policies_are_published_signed_by_the_anchor_and_stand_for_an_hour()
    {
        await using var hub = await RunningHub.StartAsync();
        using var first = await hub.Http.GetAsync("/.well-known/recognition-policies");
        Assert.Equal("application/recognition-policies+jwt", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("*", Assert.Single(first.Headers.GetValues("Access-Control-Allow-Origin")));
        var policies = Read(hub, await first.Content.ReadAsStringAsync()).GetProperty("policies").EnumerateArray().ToArray();
        Assert.Equal(["110000", "120000", "130000"], policies.Select(p => Expect.Text(p, "destination")));
        Assert.Equal(["raise-local-state", "raise-local-state", "copy-colour"], policies.Select(p => Expect.Text(p, "style")));

        hub.Clock.Advance(TimeSpan.FromMinutes(59));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/.well-known/recognition-policies");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await hub.Http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task A_higher_version_decides_from_its_date_on_and_until_its_end()
    {
        var directory = Policies(Policy("120000", 2, "2026-03-01T10:00:00+08:00", Rule("no-abnormality", "admit", "\"conditions\":[\"document-check\"]"), until: "2026-03-01T11:00:00+08:00"));
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", directory));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var pass = beijing.Pass().Api;
        foreach (var (minutes, policy) in new[] { (0, "120000/1"), (59, "120000/1"), (1, "120000/2"), (59, "120000/2"), (1, "120000/1") })
        {
            hub.Clock.Advance(TimeSpan.FromMinutes(minutes));
            Assert.Equal(policy, Expect.Text(await hub.VerifyAsync(pass), "policy"));
        }

        Assert.DoesNotContain(Read(hub, await hub.Http.GetStringAsync("/.well-known/recognition-policies")).GetProperty("policies").EnumerateArray(), p => p.GetProperty("version").GetInt32() == 2);
    }

    [Fact]
    public async Task An_announced_version_is_published_before_it_counts()
    {
        var directory = Policies(Policy("120000", 2, "2026-04-01T00:00:00+08:00", Rule("no-abnormality", "admit")));
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", directory));
        Assert.Contains(Read(hub, await hub.Http.GetStringAsync("/.well-known/recognition-policies")).GetProperty("policies").EnumerateArray(), p => p.GetProperty("version").GetInt32() == 2);
    }

    [Fact]
    public async Task Rules_may_differ_by_scene_and_a_status_without_a_rule_cannot_be_told()
    {
        var directory = Policies(Policy(
            "120000", 2, "2026-03-01T00:00:00+08:00", string.Join(',',
            Rule("no-abnormality", "admit", "\"scenes\":[\"school\"],\"conditions\":[\"registration\"]"),
            Rule("home-observation", "cannot-tell", "\"scenes\":[\"hospital\"],\"from\":[\"own\"]"),
            Rule("home-observation", "refuse", "\"scenes\":[\"hospital\"],\"from\":[\"110000\"]"))));
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", directory));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass().Api, scene: "school"), "admit", null);
        var elsewhere = await hub.VerifyAsync(beijing.Pass().Api, scene: "office");
        Expect.Verdict(elsewhere, "cannot-tell", "no-rule");
        Assert.Equal(("120000/2", JsonValueKind.Null), (Expect.Text(elsewhere, "policy"), elsewhere.GetProperty("recognition").ValueKind));
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass("yellow").Api, scene: "hospital"), "refuse", "home-observation");
        Expect.Verdict(await hub.VerifyAsync(tianjin.Pass("yellow").Api, scene: "hospital"), "cannot-tell", "home-observation");
        Expect.Verdict(await hub.VerifyAsync(beijing.Pass("red").Api, scene: "hospital"), "cannot-tell", "no-rule");
    }

    [Fact]
    public async Task How_old_a_status_list_may_be_is_the_destinations_to_say()
    {
        var directory = Policies(Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "admit"), more: "\"maxStatusAgeMinutes\":5,"));
        await using var hub = await RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", directory));
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        var pass = beijing.Pass().Api;
        beijing.Adapter.OnStatusList = http => FakeAdapter.AnswerAsync(http, 503, "");
        hub.Clock.Advance(TimeSpan.FromSeconds(301));
        Expect.Verdict(await hub.VerifyAsync(pass), "cannot-tell", "status-unknown");
        Expect.Verdict(await hub.VerifyAsync(pass, "130000"), "admit", null);
    }

    public static TheoryData<string, string> Faulty => new()
    {
        { "the same version twice", Policy("120000", 1, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "admit")) },
        { "no JSON", "{" },
        { "an unknown member", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "admit"), more: "\"colour\":\"green\",") },
        { "an unknown scene", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "admit", "\"scenes\":[\"pub\"]")) },
        { "an unknown condition", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "admit", "\"conditions\":[\"quarantine\"]")) },
        { "an unknown verdict", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "perhaps")) },
        { "a green that is refused", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "refuse")) },
        { "a green that cannot be told", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("no-abnormality", "cannot-tell")) },
        { "a blue that is refused", Policy("120000", 2, "2026-03-01T00:00:00+08:00", Rule("cannot-confirm", "refuse")) },
        { "a null rule", Policy("120000", 2, "2026-03-01T00:00:00+08:00", "null") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_policy_that_cannot_be_carried_out_stops_the_start_and_not_a_verification(string fault, string policy)
    {
        var directory = Policies(policy);
        var failure = await Record.ExceptionAsync(() => RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", directory)));
        Assert.True(failure is FormatException or JsonException, $"{fault}: {failure}");
    }

    [Fact]
    public async Task A_policy_directory_that_is_not_there_stops_the_start() =>
        await Assert.ThrowsAsync<DirectoryNotFoundException>(() => RunningHub.StartAsync(settings: ("Hub:PolicyDirectory", "/none/such")));

    private static string Policies(string policy)
    {
        var directory = Directory.CreateTempSubdirectory("policies-").FullName;
        File.WriteAllText(Path.Combine(directory, "policy.json"), policy);
        return directory;
    }

    private static string Policy(string destination, int version, string from, string rules, string? until = null, string more = "") =>
        $$"""{"destination":"{{destination}}","version":{{version}},"effectiveFrom":"{{from}}",{{(until is null ? "" : $"\"effectiveUntil\":\"{until}\",")}}{{more}}"style":"copy-colour","rules":[{{rules}}]}""";

    private static string Rule(string status, string verdict, string? more = null) =>
        $$"""{"status":"{{status}}","verdict":"{{verdict}}","treatment":{{Words}}{{(more is null ? "" : "," + more)}}}""";

    private static JsonElement Read(RunningHub hub, string token)
    {
        var anchor = new VerificationKey(hub.Service<HubKeys>().TrustAnchor.Jwk);
        return JsonElement.Parse(SignedToken.Verify(token, SignedPolicies.Type, kid => kid == anchor.Kid ? anchor : null, 1024 * 1024, 32)!);
    }
}
