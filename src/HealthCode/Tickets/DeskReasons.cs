namespace HealthBao.HealthCode.Tickets;

/// <summary>The reasons with which a kind of request is granted or refused.</summary>
internal sealed record DeskReasons(IEnumerable<string> Grant, IEnumerable<string> Refuse)
{
    public static DeskReasons Of(TicketKind kind) => new(TicketReason.CodesFor(kind, grants: true), TicketReason.CodesFor(kind, grants: false));
}
