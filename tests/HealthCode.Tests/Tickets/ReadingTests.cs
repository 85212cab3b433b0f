using System.Net;

namespace HealthBao.HealthCode.Tests.Tickets;

/// <summary>Who sees a request, and what of it lies on the disk.</summary>
public sealed class ReadingTests : IAsyncLifetime
{
    private static readonly MadeUp Zhang = MadeUp.Zhang;
    private RunningHealthCode system = null!;
    private string token = null!;
    private string number = null!;

    public async Task InitializeAsync()
    {
        system = await RunningHealthCode.StartAsync(null, null, ("Tickets:EvidenceBytes", "2048"), ("Tickets:EvidencePieces", "2"));
        await system.DeliverAllAsync([MadeUp.Nth(1)]);
        token = await system.OpenSessionAsync(Zhang);
        number = (await system.OpenAsync(token, new { kind = "registration", division = "110105", text = "a sentence of the person" })).Text("number");
    }

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public async Task Another_person_s_session_does_not_see_it()
    {
        using var response = await system.SendAsync(await system.OpenSessionAsync(MadeUp.Nth(1)), HttpMethod.Get, "/v1/tickets/" + number);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_mistyped_number_is_told_from_an_unknown_one()
    {
        using var mistyped = await system.ReadAsync(number[..^1] + (number[^1] == 'A' ? 'B' : 'A'), "002X");
        using var unknown = await system.ReadAsync(HealthCode.Tickets.TicketNumber.New(), "002X");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (mistyped.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task Attempts_at_the_document_s_end_are_limited_and_the_person_s_session_still_opens_it()
    {
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await system.ReadAsync(number, $"000{i}");
            Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        }

        using var closed = await system.ReadAsync(number, "002X");
        Assert.Equal((HttpStatusCode.TooManyRequests, "3600"), (closed.StatusCode, closed.Headers.RetryAfter!.ToString()));
        await system.SeeAsync(token, "/v1/tickets/" + number);
        system.Clock.Advance(TimeSpan.FromHours(1));
        using var open = await system.ReadAsync(number, "002X");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task Evidence_reaches_the_desk_as_it_was_sent()
    {
        using var attached = await system.AttachAsync(token, number, Desk.Png);
        Assert.Equal(HttpStatusCode.Created, attached.StatusCode);
        using var seen = await system.SendAsync(HttpMethod.Get, $"/v1/desk/tickets/{number}/evidence/1", RunningHealthCode.Chaoyang);
        Assert.Equal(("image/png", "nosniff"), (seen.Content.Headers.ContentType!.MediaType, seen.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(Desk.Png, await seen.Content.ReadAsByteArrayAsync());
        using var elsewhere = await system.SendAsync(HttpMethod.Get, $"/v1/desk/tickets/{number}/evidence/1", RunningHealthCode.Yanqing);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Evidence_is_bounded_in_kind_size_and_number()
    {
        using var script = await system.AttachAsync(token, number, "<script>"u8.ToArray());
        using var large = await system.AttachAsync(token, number, [.. Desk.Png, .. new byte[2048]]);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.RequestEntityTooLarge), (script.StatusCode, large.StatusCode));
        for (var i = 0; i < 2; i++)
        {
            using var taken = await system.AttachAsync(token, number, Desk.Png);
            Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        }

        using var third = await system.AttachAsync(token, number, Desk.Png);
        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
    }

    [Fact]
    public async Task Neither_words_nor_evidence_nor_masks_lie_readable_in_any_file()
    {
        using (await system.AttachAsync(token, number, Desk.Png)) await system.DecideAsync(number, RunningHealthCode.Chaoyang, "refuse", "not-found");
        foreach (var path in Directory.EnumerateFiles(system.Directory, "*", SearchOption.AllDirectories))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes);
            foreach (var text in (string[])["a sentence of the person", "a picture that nobody", Zhang.Number, "11**************2X", "张", "已核实"])
                Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) < 0, $"{text} in {Path.GetFileName(path)}");
        }
    }

    [Fact]
    public async Task A_request_and_its_evidence_end_with_their_term()
    {
        using (await system.AttachAsync(token, number, Desk.Png)) await system.DecideAsync(number, RunningHealthCode.Chaoyang, "refuse", "not-found");
        system.Clock.Advance(TimeSpan.FromDays(29));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal((1, 1), Rows());
        system.Clock.Advance(TimeSpan.FromDays(2));
        await system.Service<HealthCode.Expiry.DayTurn>().TurnAsync();
        Assert.Equal((0, 0), Rows());
    }

    private (long, long) Rows() => system.Service<HealthCode.Storage.LastingStore>().Rows("SELECT (SELECT COUNT(*) FROM ticket), (SELECT COUNT(*) FROM evidence)", r => (r.GetInt64(0), r.GetInt64(1)))[0];
}
