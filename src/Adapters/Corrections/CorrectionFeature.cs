using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Corrections;

/// <summary><c>POST /v1/corrections</c>, <c>GET /v1/corrections/{ticket}</c>: the way out. The ticket is kept for the region's desk, without contact or name.</summary>
internal sealed class CorrectionFeature(AdapterStore store, TimeProvider clock)
{
    private const int MaxContact = 64;
    private const int AnswerHour = 18;
    private static readonly string[] Subjects = ["not-held", "cannot-confirm", "home-observation", "central-observation", "other"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/corrections", (HttpContext http, CorrectionFeature feature) => feature.PostAsync(http));
        routes.MapGet("/v1/corrections/{ticket}", (string ticket, HttpContext http, CorrectionFeature feature) => feature.Get(ticket, http));
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        var body = RequestBody.Parse(received.Bytes);
        var about = body.Code("about", Subjects);

        // Judged and forgotten: the traveller shows the ticket, so no contact needs to be kept.
        body.Text("contact", MaxContact, required: false);
        if (!body.End() || about is null) return Refusals.BadRequest(body);
        var now = clock.GetUtcNow();
        var ticket = new CorrectionTicket(
            StrictBase64Url.Encode(RandomNumberGenerator.GetBytes(16)), about, now, ShanghaiDay.At(now).Next.Start.AddHours(AnswerHour), "open");
        store.Add(ticket);
        http.Response.Headers.Location = "/v1/corrections/" + ticket.Ticket;
        return Answer.Json(http, Reply(ticket), StatusCodes.Status201Created);
    }

    private IResult Get(string ticket, HttpContext http) =>
        store.FindCorrection(ticket) is { } found ? Answer.Json(http, Reply(found)) : Refusals.NotFound;

    private static object Reply(CorrectionTicket ticket) => new
    {
        ticket.Ticket,
        ticket.About,
        ticket.State,
        CreatedAt = ShanghaiDay.Format(ticket.Created),
        DueAt = ShanghaiDay.Format(ticket.Due),
    };
}
