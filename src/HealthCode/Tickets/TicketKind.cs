using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Tickets;

/// <summary>What a request asks for; a closed list.</summary>
/// <param name="Code">For example <c>registration</c>.</param>
/// <param name="Words">What people read.</param>
/// <param name="Hours">Within how many working hours it is answered.</param>
internal sealed record TicketKind(string Code, Words Words, Func<TicketOptions, int> Hours)
{
    public static readonly TicketKind Registration = new("registration", new("登记申请", "request for registration"), o => o.RegistrationHours);
    public static readonly TicketKind Correction = new("correction", new("信息纠错", "request for correction"), o => o.CorrectionHours);
    public static readonly TicketKind Appeal = new("appeal", new("申诉", "appeal"), o => o.AppealHours);
    public static readonly TicketKind Trip = new("trip", new("行程核验", "verification of a trip"), o => o.TripHours);

    public static IReadOnlyList<TicketKind> All { get; } = [Registration, Correction, Appeal, Trip];

    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(k => k.Code)];

    public static TicketKind Of(string code) => All.First(k => k.Code == code);

    public override string ToString() => Code;
}
