using System.Net;

namespace HealthBao.HealthCode.Tests.Proofing;

public sealed class FirstUseTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;
    private ProofingDesk desk = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync();
        await system.DeliverAllAsync([Zhang]);
        desk = new(system);
        await desk.EnrolAsync(Zhang);
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task From_name_document_and_face_to_the_status_and_a_code_that_the_adapter_resolves()
    {
        var judged = await desk.DoAsync(await desk.BeginAsync(Zhang));
        Assert.Equal("match", judged.GetProperty("outcome").GetString());
        var token = judged.GetProperty("session").GetString()!;
        var status = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"));
        Assert.Equal(("no-abnormality", "张*", "2020-03-02T00:00:00+08:00"),
            (status.GetProperty("status").GetString(), status.GetProperty("identity").GetProperty("name").GetString(), status.GetProperty("validUntil").GetString()));
        Assert.Contains("不是通行证", status.GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);
        var code = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/me/code"));
        var told = await system.AskAsync(new { qrCode = code.GetProperty("nativeCode").GetString() });
        Assert.Equal("0", told.GetProperty("data").GetProperty("code").GetString());
        system.Clock.Advance(TimeSpan.FromSeconds(121));
        told = await system.AskAsync(new { qrCode = code.GetProperty("nativeCode").GetString() });
        Assert.Equal("-1", told.GetProperty("data").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_next_day_the_session_asks_for_the_face_alone_and_once()
    {
        var token = (await desk.DoAsync(await desk.BeginAsync(Zhang))).GetProperty("session").GetString()!;
        system.Clock.Advance(TimeSpan.FromDays(1));
        using (var refused = await system.SendAsync(token, HttpMethod.Get, "/v1/me/status")) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var proofing = await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/face"));
        Assert.Equal("match", (await desk.DoAsync(proofing, token: token)).GetProperty("outcome").GetString());
        Assert.Equal("cannot-confirm", (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Get, "/v1/me/status"))).GetProperty("status").GetString());
        Assert.Equal("match", (await ProofingDesk.ReadAsync(await system.SendAsync(token, HttpMethod.Post, "/v1/sessions/face"))).GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData(ProofingDesk.Face + 5, "match")]
    [InlineData(ProofingDesk.Face + 6, "check-by-hand")]
    [InlineData(ProofingDesk.Face + 7, "no-match")]
    public async Task A_face_is_matched_looked_at_or_refused_by_its_distance(int face, string outcome)
    {
        var judged = await desk.DoAsync(await desk.BeginAsync(Zhang), face);
        Assert.Equal(outcome, judged.GetProperty("outcome").GetString());
        Assert.Equal(outcome == "match", judged.TryGetProperty("session", out _));
        if (outcome != "match") Assert.Contains("/staffed-check", judged.GetProperty("next").GetProperty("staffedCheck").GetProperty("path").GetString(), StringComparison.Ordinal);
    }
}
