using System.Globalization;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.Reporting;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tickets;

/// <summary><c>POST /v1/me/trips</c>: a person declares a trip of the last 14 days. It is open until the community verifies it, and has its request from the start.</summary>
internal sealed class TripFeature(
    AskerGate askers, SessionGate sessions, TicketBook book, OpenTicket open, LastingStore lasting, StatusChanges changes, IOptions<HealthCodeOptions> options, TimeProvider clock)
{
    private const int MaxPlace = 20;
    private const int MaxDate = 10;
    private static readonly string[] Modes = ["rail", "air", "road", "other", "land-port"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/me/trips", (HttpContext http, TripFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (askers.OfSession(http) is not { } asker) return sessions.RefusalOf(http);
        var body = RequestBody.Parse(received.Bytes);
        var (origin, destination, mode) = (body.Text("origin", MaxPlace), body.Text("destination", MaxPlace), body.Code("mode", Modes));
        var (date, text) = (body.Text("date", MaxDate), body.Text("text", TicketFeature.MaxText, required: false));
        var now = clock.GetUtcNow();
        var at = 0L;
        if (date is not null && (TimeCell.ReadPast(Encoding.UTF8.GetBytes(date), now.ToUnixTimeSeconds(), TripsFeed.Days, out at) is not null || at > now.ToUnixTimeSeconds()))
            body.Fault("date", "not-a-day", $"It must be one of the last {TripsFeed.Days} days, such as {ShanghaiDay.At(now).Compact} or {ShanghaiDay.Format(now)[..10]}.");
        if (!body.End()) return Refusals.BadRequest(body);
        var words = new TicketWords(
            asker.Identity.Name.ToString(), asker.Identity.DocumentType.Code(), asker.Identity.DocumentNumber, text, null, null, new(origin!, destination!, date!, mode!));
        var opened = await open.OpenAsync(asker, TicketKind.Trip, words);
        if (opened.Ticket is not { } ticket) return opened.Refusal!;
        var row = new FeedRow
        {
            State = (byte)TripCheck.Declared,
            At = at,
            Until = DateTimeOffset.FromUnixTimeSeconds(at).AddDays(TripsFeed.Days).ToUnixTimeSeconds(),
            Flags = mode == Modes[^1] ? TripsFeed.LandPort : (ushort)0,
        };
        var said = new SaidRow(TripsFeed.Instance, asker.Person.Lasting, asker.Name, row, string.Create(CultureInfo.InvariantCulture, $"{options.Value.Region}/{OfficeLadder.Community}"));
        await lasting.WriteAsync(c =>
        {
            SaidTable.Travel(c, said, LastingStore.NextNumber(c), now.ToUnixTimeSeconds());
            return 0;
        });
        await changes.NoteAsync(asker.Person);
        http.Response.Headers.Location = "/v1/tickets/" + ticket.Number;
        return Answer.Json(http, TicketReply.Of(ticket, book, options.Value.Telephone, now), StatusCodes.Status201Created);
    }
}
