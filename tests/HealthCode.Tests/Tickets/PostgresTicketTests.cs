using System.Net;
using System.Net.Http.Json;
using HealthBao.Contracts.Status;
using static HealthBao.HealthCode.Tests.FeedFile;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>The statements of requests, proxy queries and paper are read by PostgreSQL as by SQLite.</summary>
public sealed class PostgresTicketTests
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;

    [SkippableFact]
    public async Task A_request_is_opened_read_decided_and_forgotten_and_the_status_follows()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await using var system = await RunningHealthCode.StartAsync(settings: database.Settings);
        await system.DeliverAllAsync([Zhang], home: [AtHome(Zhang)]);
        var token = await system.OpenSessionAsync(Zhang);
        var number = (await system.OpenAsync(token, new { kind = "appeal", text = "有误" })).Text("number");
        using (var attached = await system.AttachAsync(token, number, Desk.Png)) Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        using (var wrong = await system.ReadAsync(number, "0000")) Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        using (var right = await system.ReadAsync(number, "002X")) Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(number, (await system.DoAsync(HttpMethod.Get, "/v1/desk/tickets?state=open", RunningHealthCode.Chaoyang)).GetProperty("tickets")[0].Text("number"));
        await system.DecideAsync(number, RunningHealthCode.Chaoyang, "grant", "corrected");
        Assert.Equal(HealthStatus.NoAbnormality, (await system.DetermineAsync(Zhang)).Status);
        system.Clock.Advance(TimeSpan.FromDays(31));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal(0, system.Service<HealthCode.Storage.LastingStore>().Rows("SELECT COUNT(*) FROM ticket", r => r.GetInt64(0))[0]);
    }

    [SkippableFact]
    public async Task A_relation_is_kept_a_question_is_noted_and_a_paper_is_scanned()
    {
        await using var database = await ScratchDatabase.MakeAsync();
        await using var system = await RunningHealthCode.StartAsync(settings: database.Settings);
        await system.DeliverAllAsync([Zhang]);
        var token = await system.OpenSessionAsync(Zhang);
        var question = new { name = Zhang.Name, documentType = "resident-id", documentNumber = Zhang.Number };
        await system.DoAsync(HttpMethod.Post, "/v1/desk/dependants", RunningHealthCode.Committee, new { question.name, question.documentType, question.documentNumber, guardian = question });
        using (var said = await system.SendAsync(token, HttpMethod.Post, "/v1/me/proxy-queries", question)) Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Single((await system.SeeAsync(token, "/v1/me/proxy-queries")).GetProperty("queries").EnumerateArray());
        using (var page = await system.SendAsync(HttpMethod.Post, "/v1/desk/paper-passes", RunningHealthCode.Committee, JsonContent.Create(question))) Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var person = system.Service<HealthCode.People.PersonRegister>().RefOf(Zhang.Document);
        var code = await system.Service<HealthCode.Paper.PaperCodes>().IssueAsync(person, Contracts.Identity.MaskedIdentity.Of(Zhang.PersonName, Zhang.Document));
        Assert.Equal("0", (await system.AskAsync(new { qrCode = code.Content })).GetProperty("data").Text("code"));
    }
}
