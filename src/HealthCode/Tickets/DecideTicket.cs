using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Decides a request, once, and lets the person's status follow in the same transaction. Nobody decides on his own act.</summary>
internal sealed class DecideTicket(TicketBook book, TicketEffect effect, LastingStore lasting, StatusChanges changes, TimeProvider clock, ILogger<DecideTicket> logger)
{
    private static readonly IResult DecidedBefore = Refusals.Of(ProblemType.Conflict, "The request has been decided, or taken up, already.");
    private static readonly IResult OwnAct = Refusals.Of(ProblemType.Forbidden, "Nobody decides on his own act: this request is about a decision of this office, or was written down by it. The office above decides.");

    private static readonly IResult NoEffect = Refusals.Of(
        ProblemType.Conflict, "With this reason nothing would follow: the person's record holds nothing of the kind any more, or it lies outside this office's division. See POST /v1/determinations.");

    /// <summary>Takes a request up, or decides it.</summary>
    /// <param name="reason">Null to take it up.</param>
    /// <param name="text">In the desk's words.</param>
    /// <returns>Null when done, or why not.</returns>
    public async Task<IResult?> RunAsync(Ticket ticket, CallingOffice office, TicketReason? reason, string? text)
    {
        if (OfficeLadder.IsSame(office.Code, ticket.Opener) || OfficeLadder.IsSame(office.Code, ticket.About)) return OwnAct;
        if (reason is null) return await lasting.WriteAsync(c => TicketTable.Take(c, ticket.Number, office.Code.Value)) ? null : DecidedBefore;
        var (now, answer, words) = (clock.GetUtcNow(), book.SealAnswer(ticket, text ?? ""), book.WordsOf(ticket));
        var refusal = await lasting.WriteAsync(c =>
        {
            if (TicketTable.Find(c, ticket.Number) is not { IsDecided: false }) return DecidedBefore;
            if (effect.IsOwnAct(c, ticket, office)) return OwnAct;
            if (!effect.Apply(c, ticket, words, office, reason, now)) return NoEffect;
            TicketTable.Decide(c, ticket.Number, office.Code.Value, reason, answer, now);
            return null;
        });
        if (refusal is not null) return refusal;
        logger.TicketDecided(ticket.Kind.Code, reason.Code, office.Code.Value);
        if (ticket.Person is { } person) await changes.NoteAsync(person);
        return null;
    }
}
