using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Why a desk decided as it did; a closed list.</summary>
/// <param name="Code">For example <c>registered</c>.</param>
/// <param name="Grants">Whether it stands for a grant.</param>
/// <param name="Kinds">The kinds of request it may answer.</param>
/// <param name="Words">What people read.</param>
internal sealed record TicketReason(string Code, bool Grants, IReadOnlyList<TicketKind> Kinds, Words Words)
{
    private static readonly TicketKind[] AboutStatus = [TicketKind.Correction, TicketKind.Appeal];

    public static readonly TicketReason Registered = new("registered", true, [TicketKind.Registration], new("已登记", "registered"));
    public static readonly TicketReason TripVerified = new("trip-verified", true, [TicketKind.Trip, TicketKind.Correction], new("行程已核验", "trip verified"));

    /// <summary>The observation was never right: it is withdrawn.</summary>
    public static readonly TicketReason Corrected = new("corrected", true, AboutStatus, new("原记录有误，已更正", "the record was wrong and is corrected"));

    /// <summary>From red to yellow first; of yellow, the community's word.</summary>
    public static readonly TicketReason Released = new("released", true, AboutStatus, new("解除集中观察", "released from central observation"));

    public static readonly TicketReason ObservationEnded = new("observation-ended", true, AboutStatus, new("观察期满", "the time of observation has ended"));

    public static readonly TicketReason TripRefuted = new("trip-refuted", false, [TicketKind.Trip], new("行程与事实不符", "the trip was otherwise than declared"));

    public static readonly TicketReason DecisionStands = new("decision-stands", false, AboutStatus, new("原决定维持", "the decision stands"));

    public static IReadOnlyList<TicketReason> All { get; } =
    [
        Registered, TripVerified, Corrected, Released, ObservationEnded, TripRefuted, DecisionStands,
        new("not-resident", false, [TicketKind.Registration], new("不在本辖区居住", "does not live in this division")),
        new("not-found", false, TicketKind.All, new("未能核实", "could not be established")),
        new("evidence-missing", false, TicketKind.All, new("材料不足，请补充后重新申请", "evidence is missing; please ask again with it")),
    ];

    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(r => r.Code)];

    public static TicketReason? Find(string? code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>The reasons a request may be decided with.</summary>
    public static IEnumerable<string> CodesFor(TicketKind kind, bool grants) => All.Where(r => r.Grants == grants && r.Kinds.Contains(kind)).Select(r => r.Code);

    public override string ToString() => Code;
}
