using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Enquiry;

/// <summary>A person's own status.</summary>
/// <param name="Identity">Masked, the document the session began with.</param>
/// <param name="Documents">All documents of the session, masked; the status is the strictest of what is said under any of them.</param>
/// <param name="Text">What it means and what to do.</param>
/// <param name="Says">The rule that decided.</param>
/// <param name="WayOut">Why it opens no door and what to do; null when it does.</param>
/// <param name="ValidUntil">24:00 of the day; then the session asks for the face again.</param>
internal sealed record StatusReply(
    string Status, Words Words, string Native, IdentityReply Identity, IReadOnlyList<IdentityReply> Documents, Words Text, Words Says, string? Reason, Words? ReasonWords,
    string? Since, Call Call, Appeal? Appeal, WayOut? WayOut, string AsOf, string ValidUntil)
{
    public static StatusReply Of(PersonSession session, Determination.Determination said)
    {
        var reason = ChangeReasons.Find(said.Reason);
        var isGreen = said.Status == HealthStatus.NoAbnormality;
        return new(
            said.Status.Code(), said.Status.Words(), said.Native, IdentityReply.Of(session.Identity), [.. session.Linked.Select(d => d.Identity).Prepend(session.Identity).Select(IdentityReply.Of)],
            StatusTexts.Of(said.Status, said.IsLate), said.Rule.Says, reason?.Code, reason?.Words, said.Ground?.Since is { } since ? ShanghaiDay.Format(since) : null,
            Call.Of(said), isGreen ? null : said.Appeal, WaysOut.Of(said), ShanghaiDay.Format(said.At), ShanghaiDay.Format(said.ValidUntil));
    }
}
