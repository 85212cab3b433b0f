using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Opens a request at the desk that decides about it, which is neither the office it is about nor the one that wrote it down.</summary>
internal sealed class OpenTicket(
    TicketBook book, DetermineStatus determine, LastingStore lasting, IOptions<TicketOptions> options, IOptions<HealthCodeOptions> system, TimeProvider clock, ILogger<OpenTicket> logger)
{
    /// <summary>The most undecided requests of one person.</summary>
    public const int MostOpen = 5;

    public async Task<OpenedTicket> OpenAsync(Asker asker, TicketKind kind, TicketWords words)
    {
        var now = clock.GetUtcNow();
        var said = await determine.OfAsync(new(asker.Person, asker.Office is null ? null : asker.Name), now);
        var about = IsObserved(said) ? said.Ground?.Authority : null;
        if (kind == TicketKind.Appeal && about is null)
            return new(null, Refusals.Of(ProblemType.Conflict, "There is no observation to appeal against; open a request of kind correction, registration or trip."));
        var isAbout = about is not null && (kind == TicketKind.Appeal || kind == TicketKind.Correction);
        var natural = NaturalDesk(kind, words, said, isAbout);
        if (DeskOf(natural, asker.Office) is not { } desk)
            return new(null, Refusals.Of(ProblemType.Forbidden, "The office of the last word opens no request: nobody would be above it to decide."));
        var number = TicketNumber.New();
        var ticket = new Ticket(
            number, kind, asker.Person.Lasting, asker.Name, desk, asker.Office?.Value, isAbout ? about : null, said.Rule.Id, now, DueTime.Of(now, kind.Hours(options.Value), options.Value),
            TicketState.Open, book.Seal(words, number), null, null, null, null, null);
        var mark = book.MarkOf(number, asker.DocumentEnd);
        var added = await lasting.WriteAsync(c =>
        {
            if (TicketTable.Of(c, asker.Person.Lasting).Count(t => !t.IsDecided) >= MostOpen) return false;
            TicketTable.Add(c, ticket, mark);
            return true;
        });
        if (!added) return new(null, Refusals.Of(ProblemType.Conflict, $"There are {MostOpen} requests of this person that wait for an answer already; GET /v1/me/tickets lists them."));
        logger.TicketOpened(kind.Code, desk.Value);
        return new(ticket, null);
    }

    /// <summary>Opens a request that the region's adapter passes on, once. Nobody is known of it; it is read through the adapter.</summary>
    /// <param name="adapters">What it is called there.</param>
    public async Task<Ticket> OpenAsync(string adapters, TicketWords words)
    {
        var (now, number) = (clock.GetUtcNow(), TicketNumber.New());
        var desk = Code($"{system.Value.Region}/{OfficeLadder.Community}");
        var ticket = new Ticket(
            number, TicketKind.Correction, null, 0, desk, null, null, "", now, DueTime.Of(now, TicketKind.Correction.Hours(options.Value), options.Value),
            TicketState.Open, book.Seal(words, number), null, null, null, null, null);
        return await lasting.WriteAsync(c =>
        {
            if (TicketTable.FindPassedOn(c, adapters) is { } known) return known;
            TicketTable.Add(c, ticket, null);
            TicketTable.NotePassedOn(c, adapters, number);
            return ticket;
        });
    }

    // Only the region's own office is sure to cover two communities that contradict each other.
    private string NaturalDesk(TicketKind kind, TicketWords words, Determination.Determination said, bool isAbout)
    {
        if (kind == TicketKind.Correction && said.Rule.Id == "registered-twice") return $"{system.Value.Region}/{OfficeLadder.Community}";
        return words.Division is { } division && !isAbout ? $"{division}/{OfficeLadder.Community}" : said.Appeal.Office;
    }

    private static AuthorityCode? DeskOf(string natural, AuthorityCode? opener)
    {
        AuthorityCode? desk = Code(natural);
        while (desk is { } office && opener is { } writer && OfficeLadder.IsSame(office, writer)) desk = OfficeLadder.Above(office);
        return desk;
    }

    private static bool IsObserved(Determination.Determination said) =>
        said.Status is HealthStatus.HomeObservation or HealthStatus.CentralObservation || said.Rule.Id is "central-dropped" or "home-dropped";

    private static AuthorityCode Code(string office) => AuthorityCode.TryParse(office, out var code) ? code : throw new InvalidOperationException("A desk is no office.");
}
