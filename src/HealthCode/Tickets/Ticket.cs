using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Tickets;

/// <summary>A request as it is kept. Names nobody: the person by the lasting key, what was said sealed.</summary>
/// <param name="Person">Null where a region's adapter passed on a request of somebody it does not know.</param>
/// <param name="Name">What the given name is compared by.</param>
/// <param name="Desk">The office that decides, with those above it.</param>
/// <param name="Opener">The office that opened it for a person without a phone; null when the person did.</param>
/// <param name="About">The office whose decision it is about, or null.</param>
/// <param name="Rule">The rule that decided the person's status when it was opened.</param>
/// <param name="State">As stored; see <see cref="StateAt"/>.</param>
/// <param name="Said">Sealed: see <see cref="TicketWords"/>.</param>
/// <param name="Worker">The office that took it up or decided it.</param>
/// <param name="Answer">Sealed: what the desk wrote.</param>
internal sealed record Ticket(
    string Number, TicketKind Kind, PersonKey? Person, ulong Name, AuthorityCode Desk, string? Opener, string? About, string Rule, DateTimeOffset Opened, DateTimeOffset Due,
    string State, byte[] Said, string? Worker, bool? Granted, TicketReason? Reason, byte[]? Answer, DateTimeOffset? Decided)
{
    public string Place => "ticket " + Number;

    public bool IsDecided => State == TicketState.Decided;

    public string StateAt(DateTimeOffset now) => !IsDecided && Due <= now ? TicketState.Overdue : State;

    public override string ToString() => $"{Kind} {State}";
}
