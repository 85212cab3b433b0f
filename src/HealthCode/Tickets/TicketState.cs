using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>How far a request is.</summary>
internal static class TicketState
{
    public const string Open = "open";
    public const string InWork = "in-work";
    public const string Decided = "decided";

    /// <summary>Not stored: an undecided one whose due time has passed.</summary>
    public const string Overdue = "overdue";

    public static IReadOnlyList<string> All { get; } = [Open, InWork, Decided, Overdue];

    public static Words WordsOf(string state) => state switch
    {
        Open => new("待受理", "waits for the desk"),
        InWork => new("办理中", "in work"),
        Decided => new("已办结", "decided"),
        _ => new("已超期，可拨打热线催办", "overdue: call the line and name the number"),
    };
}
