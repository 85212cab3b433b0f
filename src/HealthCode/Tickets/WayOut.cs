using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Tickets;

/// <summary>What a person is told beside a status that opens no door: “暂无您的防疫信息” is no dead end.</summary>
/// <param name="Code">For example <c>not-registered</c>.</param>
/// <param name="Why">Why it is said.</param>
/// <param name="Do">What to do.</param>
/// <param name="Who">Who decides.</param>
/// <param name="Telephone">The line people call, with the area code.</param>
/// <param name="Tickets">Which kinds of request help (<c>POST /v1/tickets</c>), the best first; none where waiting is all.</param>
internal sealed record WayOut(string Code, Words Why, Words Do, Words Who, string Telephone, IReadOnlyList<string> Tickets);
