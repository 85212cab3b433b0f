using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Tests.Proofing;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Storage;

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresTests
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;

    [SkippableFact]
    public async Task Files_calls_releases_and_approvals_do_the_same_on_PostgreSQL()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await using var system = await RunningHealthCode.StartAsync(settings: database.Settings);
        var many = Enumerable.Range(0, 60).Select(MadeUp.Nth).ToArray();
        await system.DeliverAllAsync([Zhang, .. many], many.Select(p => Observed(p)), [AtHome(Zhang)]);
        Assert.Equal(("home-observation", "registered"), (await RuleOf(system, Zhang), await RuleOf(system, many[5])));
        var batch = (await system.DoAsync(HttpMethod.Get, "/v1/approvals", RunningHealthCode.Health)).GetProperty("approvals")[0].GetProperty("batch").GetString();
        await system.DoAsync(HttpMethod.Post, $"/v1/approvals/{batch}", RunningHealthCode.Health, new { decision = "approve", reason = "true" });
        Assert.Equal("central-observation", await RuleOf(system, many[5]));
        await system.AcceptAsync(Central(system.Today, many.Skip(6).Select(p => Observed(p)).Append(Released(many[5]))));
        Assert.Equal(("home-observation", "central-dropped"), (await RuleOf(system, many[5]), await RuleOf(system, many[4])));
        await system.AcceptAsync(Home(system.Today, Ended(Zhang, "20200201", "20200214")));
        system.Clock.Advance(TimeSpan.FromDays(15));
        await system.DeliverAllAsync([Zhang], home: [AtHome(many[0])]);
        Assert.Equal("registered", await RuleOf(system, Zhang));
        Assert.Equal("0", (await system.AskAsync(Zhang)).GetProperty("data").GetProperty("code").GetString());
    }

    [SkippableFact]
    public async Task The_state_survives_a_restart_on_PostgreSQL()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        var system = await RunningHealthCode.StartAsync(settings: database.Settings);
        await system.DeliverAllAsync([Zhang, MadeUp.Nth(1)], [Observed(Zhang)]);
        await system.DisposeAsync();
        await using var again = await RunningHealthCode.StartAsync(system.Directory, system.Clock, database.Settings);
        Assert.Equal(("central-observation", "registered"), (await RuleOf(again, Zhang), await RuleOf(again, MadeUp.Nth(1))));
    }

    [SkippableFact]
    public async Task Proofings_attempts_staff_sessions_and_portraits_do_the_same_on_PostgreSQL()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await using var system = await RunningHealthCode.StartAsync(settings: [.. database.Settings, ("Proofing:AttemptsPerPerson", "2")]);
        await system.DeliverAllAsync([Zhang]);
        var desk = new ProofingDesk(system);
        await desk.EnrolAsync(Zhang, 200);
        await desk.EnrolAsync(Zhang);
        Assert.Equal("no-match", (await desk.DoAsync(await desk.BeginAsync(Zhang), 200)).GetProperty("outcome").GetString());
        var token = (await desk.DoAsync(await desk.BeginAsync(Zhang))).GetProperty("session").GetString()!;
        var spent = await desk.BeginAsync(Zhang);
        using (var refused = await desk.SendAsync(spent, ProofingDesk.Frames(spent, ProofingDesk.Face))) Assert.Equal(System.Net.HttpStatusCode.TooManyRequests, refused.StatusCode);
        system.Clock.Advance(TimeSpan.FromDays(1));
        var again = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/face"));
        var asked = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, again.GetProperty("staffedCheck").GetProperty("path").GetString()!, new { }));
        var listed = await system.DoAsync(HttpMethod.Get, "/v1/staffed-checks", RunningHealthCode.City);
        Assert.Equal(asked.GetProperty("number").GetString(), listed.GetProperty("checks")[0].GetProperty("number").GetString());
        await system.DoAsync(HttpMethod.Post, "/v1/staffed-checks/" + asked.GetProperty("number").GetString(), RunningHealthCode.City, new { decision = "confirm", name = Zhang.Name, documentType = "resident-id", documentNumber = Zhang.Number });
        Assert.Equal("confirmed", (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/staffed"))).GetProperty("state").GetString());
        Assert.Equal("source-late", (await system.DetermineAsync(Zhang)).Rule.Id);
        Assert.Equal("cannot-confirm", (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"))).GetProperty("status").GetString());
    }

    private static async Task<string> RuleOf(RunningHealthCode system, MadeUp person) => (await system.DetermineAsync(person)).Rule.Id;
}
