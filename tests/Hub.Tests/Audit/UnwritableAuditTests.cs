using System.Net;
using HealthBao.Hub.Tests.Limits;

namespace HealthBao.Hub.Tests.Audit;

public sealed class UnwritableAuditTests
{
    private const string Question = """{"pass":"nonsense","destination":"120000"}""";

    [Fact]
    public async Task A_file_that_was_deleted_refuses_every_call_and_is_not_made_anew()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        var file = hub.FileOf();
        File.Delete(file);
        await RefusesAsync(hub);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_log_that_cannot_be_written_refuses_every_call_and_is_used_again_once_it_can()
    {
        await using var hub = await RunningHub.StartAsync();
        await hub.VerifyAsync("nonsense");
        AuditLogTests.Change(hub, "ALTER TABLE block RENAME TO away");
        await RefusesAsync(hub);
        AuditLogTests.Change(hub, "DROP TABLE IF EXISTS block; ALTER TABLE away RENAME TO block");
        await hub.VerifyAsync("nonsense");
        Assert.Equal(2, (await hub.EntriesAsync("?kind=verification")).Count);
    }

    [SkippableFact]
    public async Task A_full_disk_refuses_every_call_and_nothing_is_answered_unrecorded()
    {
        using var disk = SmallDisk.Mount();
        await using var hub = await RunningHub.StartAsync(settings: ("Audit:Directory", disk.Path));
        var answered = 0;
        while (answered < 20_000 && await IsAnsweredAsync(hub)) answered++;
        Assert.InRange(answered, 1, 19_999);
        await RefusesAsync(hub);
        disk.MakeRoom();
        Assert.True(await IsAnsweredAsync(hub));
        using var response = await hub.GetAuditAsync("?kind=verification", "application/x-ndjson");
        Assert.Equal(answered + 1, (await response.Content.ReadAsStringAsync()).Count(c => c == '\n'));
    }

    [SkippableFact]
    public async Task A_read_only_disk_refuses_every_call_until_it_can_be_written()
    {
        using var disk = SmallDisk.Mount();
        disk.Remount("ro");
        await using var hub = await RunningHub.StartAsync(settings: ("Audit:Directory", disk.Path));
        await RefusesAsync(hub);
        disk.Remount("rw");
        Assert.True(await IsAnsweredAsync(hub));
    }

    [SkippableTheory]
    [InlineData("full")]
    [InlineData("read-only")]
    [InlineData("deleted")]
    public async Task Whatever_must_be_recorded_is_refused_and_does_not_happen(string disk)
    {
        using var small = SmallDisk.Mount();
        var first = await RunningHub.StartAsync(settings: ("Audit:Directory", small.Path));
        await using var beijing = await first.JoinWithoutPeopleAsync();
        // A disk turns read-only under no file that is open for writing.
        if (disk == "read-only") await first.DisposeAsync();
        if (disk == "read-only") small.Remount("ro");
        await using var hub = disk == "read-only" ? await RunningHub.StartAsync(first.Directory, first.Clock, ("Audit:Directory", small.Path)) : first;
        foreach (var partner in TestPartner.All) await hub.TokenAsync(partner);
        if (disk == "deleted") foreach (var file in Directory.GetFiles(small.Path, "audit-*")) File.Delete(file);
        for (var calls = 0; calls < 20_000 && await IsAnsweredAsync(hub); calls++) Assert.Equal("full", disk);
        Assert.False(await IsAnsweredAsync(hub));

        using (var query = await hub.QueryAsync()) await Expect.ProblemAsync(query, HttpStatusCode.ServiceUnavailable, "unavailable", "not-held");
        using (var region = await beijing.SuspendAsync(hub)) await Expect.ProblemAsync(region, HttpStatusCode.ServiceUnavailable, "unavailable");
        using (var key = await beijing.SuspendKeyAsync(hub, beijing.TodaysKey.Kid)) await Expect.ProblemAsync(key, HttpStatusCode.ServiceUnavailable, "unavailable");
        using (var partner = await hub.PostAsync("/v1/trust/partners/tianjin-gate/suspension", null, TestPartner.Operator)) await Expect.ProblemAsync(partner, HttpStatusCode.ServiceUnavailable, "unavailable");
        using (var limits = await hub.PostTextAsync("/v1/trust/partners/tianjin-gate/limits", """{"queryBudget":9}""", TestPartner.Operator)) await Expect.ProblemAsync(limits, HttpStatusCode.ServiceUnavailable, "unavailable");

        var trust = await hub.TrustListAsync();
        Assert.Equal(HealthBao.Contracts.Trust.ParticipantState.Active, Assert.Single(trust.Participants).State);
        Assert.DoesNotContain(trust.Participants[0].Keys, k => k.IsSuspended);
        using var token = await hub.Http.PostAsync("/v1/token", TestPartner.Form(TestPartner.Gate.Assertion(hub.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
    }

    private static async Task<bool> IsAnsweredAsync(RunningHub hub)
    {
        using var response = await hub.PostTextAsync("/v1/verifications", Question, TestPartner.Gate);
        return response.StatusCode == HttpStatusCode.OK;
    }

    private static async Task RefusesAsync(RunningHub hub)
    {
        using var verification = await hub.PostTextAsync("/v1/verifications", Question, TestPartner.Gate);
        await Expect.ProblemAsync(verification, HttpStatusCode.ServiceUnavailable, "unavailable", "nonsense");
        using var batch = await hub.PostTextAsync("/v1/verifications/batch", Question, TestPartner.Gate, "application/x-ndjson");
        await Expect.ProblemAsync(batch, HttpStatusCode.ServiceUnavailable, "unavailable", "verdict");
        using var reading = await hub.GetAuditAsync();
        await Expect.ProblemAsync(reading, HttpStatusCode.ServiceUnavailable, "unavailable");
        using var ready = await hub.Http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }
}
