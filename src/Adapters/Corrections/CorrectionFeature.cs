using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Corrections;

/// <summary>
/// <c>POST /v1/corrections</c>, <c>GET /v1/corrections/{ticket}</c>: the way out. The ticket is kept without contact or name, passed on to
/// the region's own system where that takes it, and moved on by the region's desk (<see cref="CorrectionDeskFeature"/>) where not.
/// </summary>
internal sealed class CorrectionFeature(AdapterStore store, IRegionAdapter region, TimeProvider clock)
{
    private const int MaxContact = 64;
    private const int AnswerHour = 18;
    private static readonly string[] Subjects = ["not-held", "cannot-confirm", "home-observation", "central-observation", "other"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/corrections", (HttpContext http, CorrectionFeature feature) => feature.PostAsync(http));
        routes.MapGet("/v1/corrections/{ticket}", (string ticket, HttpContext http, CorrectionFeature feature) => feature.GetAsync(ticket, http));
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
            StrictBase64Url.Encode(RandomNumberGenerator.GetBytes(16)), about, now, ShanghaiDay.At(now).Next.Start.AddHours(AnswerHour), CorrectionState.Open);
        store.Add(ticket);
        ticket = await FollowAsync(ticket, http.RequestAborted);
        http.Response.Headers.Location = "/v1/corrections/" + ticket.Ticket;
        return Answer.Json(http, CorrectionReply.Of(ticket, now), StatusCodes.Status201Created);
    }

    private async Task<IResult> GetAsync(string ticket, HttpContext http) => store.FindCorrection(ticket) is { } found
        ? Answer.Json(http, CorrectionReply.Of(await FollowAsync(found, http.RequestAborted), clock.GetUtcNow()))
        : Refusals.NotFound;

    // A system that was away when the request came gets it when its traveller looks.
    private async Task<CorrectionTicket> FollowAsync(CorrectionTicket ticket, CancellationToken cancellation)
    {
        if (CorrectionState.IsDecided(ticket.State) || await region.PassOnAsync(ticket.Ticket, ticket.About, cancellation) is not { } state || state == ticket.State) return ticket;
        store.MoveCorrection(ticket.Ticket, state);
        return ticket with { State = state };
    }
}
