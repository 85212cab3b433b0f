using System.Net;
using System.Text.Json;

namespace HealthBao.HealthCode.Tests.Proofing.Staffed;

public sealed class StaffedCheckTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private static readonly object Shown = new { decision = "confirm", name = "张三", documentType = "resident-id", documentNumber = Zhang.Number };
    private RunningHealthCode system = null!;
    private ProofingDesk desk = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([Zhang]);
        desk = new(system);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task Without_a_face_an_office_that_sees_the_document_opens_the_session_of_this_device()
    {
        var asked = await AskAsync();
        var (number, token) = (asked.GetProperty("number").GetString()!, asked.GetProperty("session").GetString()!);
        Assert.Equal("2020-03-02T09:15:00+08:00", asked.GetProperty("due").GetString());
        using (var refused = await system.SendAsync(token, HttpMethod.Get, "/v1/me/status")) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("open", (await LookAsync(token)).GetProperty("state").GetString());
        var listed = Assert.Single((await system.DoAsync(HttpMethod.Get, "/v1/staffed-checks", RunningHealthCode.Committee)).GetProperty("checks").EnumerateArray());
        Assert.Equal((number, "张*"), (listed.GetProperty("number").GetString(), listed.GetProperty("name").GetString()));
        await system.DoAsync(HttpMethod.Post, "/v1/staffed-checks/" + number, RunningHealthCode.Committee, Shown);
        var opened = await LookAsync(token);
        Assert.Equal(("confirmed", "2020-03-02T00:00:00+08:00"), (opened.GetProperty("state").GetString(), opened.GetProperty("validUntil").GetString()));
        Assert.Equal("no-abnormality", (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"))).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_confirmation_opens_once_and_not_later_than_its_hours()
    {
        var asked = await AskAsync();
        var token = asked.GetProperty("session").GetString()!;
        await system.DoAsync(HttpMethod.Post, "/v1/staffed-checks/" + asked.GetProperty("number").GetString(), RunningHealthCode.Committee, Shown);
        system.Clock.Advance(TimeSpan.FromHours(25));
        using var over = await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/staffed");
        Assert.Equal(HttpStatusCode.Conflict, over.StatusCode);
    }

    [Fact]
    public async Task A_document_that_only_fits_the_mask_does_not_confirm()
    {
        var number = (await AskAsync()).GetProperty("number").GetString();
        using var refused = await system.SendAsync(HttpMethod.Post, "/v1/staffed-checks/" + number, RunningHealthCode.Committee,
            System.Net.Http.Json.JsonContent.Create(new { decision = "confirm", name = "张四", documentType = "resident-id", documentNumber = Zhang.Number }));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task A_refusal_has_its_reason_is_final_and_opens_nothing()
    {
        var asked = await AskAsync();
        var path = "/v1/staffed-checks/" + asked.GetProperty("number").GetString();
        await system.DoAsync(HttpMethod.Post, path, RunningHealthCode.Committee, new { decision = "refuse", reason = "证件已过期" });
        using (var again = await system.SendAsync(HttpMethod.Post, path, RunningHealthCode.Committee, System.Net.Http.Json.JsonContent.Create(Shown))) Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var told = await LookAsync(asked.GetProperty("session").GetString()!);
        Assert.Equal(("refused", "证件已过期"), (told.GetProperty("state").GetString(), told.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task What_no_office_decided_in_time_is_told_to_be_overdue_on_both_sides()
    {
        var asked = await AskAsync();
        system.Clock.Advance(TimeSpan.FromHours(25));
        Assert.True((await LookAsync(asked.GetProperty("session").GetString()!)).GetProperty("overdue").GetBoolean());
        Assert.True((await system.DoAsync(HttpMethod.Get, "/v1/staffed-checks", RunningHealthCode.City)).GetProperty("checks")[0].GetProperty("overdue").GetBoolean());
    }

    [Fact]
    public async Task Another_division_s_office_and_the_CDC_do_not_see_it()
    {
        await AskAsync();
        Assert.Empty((await system.DoAsync(HttpMethod.Get, "/v1/staffed-checks", "110106/COMMUNITY")).GetProperty("checks").EnumerateArray());
        using var refused = await system.SendAsync(HttpMethod.Get, "/v1/staffed-checks", RunningHealthCode.Cdc);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_session_whose_face_is_not_known_again_goes_on_after_a_check_by_staff()
    {
        var token = await system.OpenSessionAsync(Zhang);
        system.Clock.Advance(TimeSpan.FromDays(1));
        var proofing = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/face"));
        Assert.Equal("no-match", (await desk.DoAsync(proofing, token: token)).GetProperty("outcome").GetString());
        var asked = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, proofing.GetProperty("staffedCheck").GetProperty("path").GetString()!, new { }));
        Assert.False(asked.TryGetProperty("session", out _));
        await system.DoAsync(HttpMethod.Post, "/v1/staffed-checks/" + asked.GetProperty("number").GetString(), RunningHealthCode.City, Shown);
        await LookAsync(token);
        using var status = await system.SendAsync(token, HttpMethod.Get, "/v1/me/status");
        Assert.Equal(HttpStatusCode.OK, status.StatusCode);
    }

    [Fact]
    public async Task The_fourth_check_of_a_day_is_refused()
    {
        for (var i = 0; i < 3; i++) await AskAsync();
        var proofing = await desk.BeginAsync(Zhang);
        using var refused = await system.SendAsync(null, HttpMethod.Post, proofing.GetProperty("staffedCheck").GetProperty("path").GetString()!, new { });
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    private async Task<JsonElement> AskAsync()
    {
        var proofing = await desk.BeginAsync(Zhang);
        return await ProofingDesk.ReadAsync(await system.SendAsync(null, HttpMethod.Post, proofing.GetProperty("staffedCheck").GetProperty("path").GetString()!, new { division = "110105001002" }));
    }

    private async Task<JsonElement> LookAsync(string token) => await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/staffed"));
}
