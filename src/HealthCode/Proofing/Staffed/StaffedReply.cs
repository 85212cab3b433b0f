using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>How a check by staff stands, for the person.</summary>
/// <param name="State"><c>open</c>, <c>confirmed</c>, <c>refused</c>.</param>
/// <param name="Overdue">The office should have decided by now.</param>
/// <param name="Session">The token, when it is new: it opens the session as soon as an office has confirmed. It is told once.</param>
internal sealed record StaffedReply(string Number, string State, string Due, bool Overdue, Words Words, string? Reason, string? Session, string Telephone, string? ValidUntil = null)
{
    private static readonly Words Open = new(
        "请带上证件到社区或政务服务窗口，报上编号。确认后在本机查询即可。", "Go to your community or a service counter with your document and tell the number. Once confirmed, ask again on this device.");

    private static readonly Words Confirmed = new("已由工作人员确认是您本人", "Staff have confirmed that it is you.");
    private static readonly Words Refused = new("工作人员未能确认。可重新申请，或拨打电话", "Staff could not confirm it. Ask again, or call.");

    public static StaffedReply Of(StaffedCheck check, string? session, string telephone, DateTimeOffset now)
    {
        var (state, words) = check.Decision switch { null => ("open", Open), { Confirmed: true } => ("confirmed", Confirmed), _ => ("refused", Refused) };
        return new(check.Number, state, ShanghaiDay.Format(check.Due), check.Decision is null && check.Due < now, words, check.Decision?.Reason, session, telephone);
    }
}
