using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Determination;

/// <summary>A determination as it is explained: what, by which rule, on which row of which file, since when, on whose authority, and where to appeal.</summary>
internal sealed record ExplanationReply(
    string Status, Words Words, string Native, string Rule, Words Says, string? Reason, Words? ReasonWords, string? Feed, string? File, long? Row,
    string? Since, string? Authority, Appeal Appeal, string At, string ValidUntil)
{
    public static ExplanationReply Of(Determination said)
    {
        var reason = ChangeReasons.Find(said.Reason);
        return new(
            said.Status.Code(), said.Status.Words(), said.Native, said.Rule.Id, said.Rule.Says, reason?.Code, reason?.Words, said.Ground?.Feed, said.Ground?.File, said.Ground?.Row,
            said.Ground?.Since is { } since ? ShanghaiDay.Format(since) : null, said.Ground?.Authority, said.Appeal, ShanghaiDay.Format(said.At), ShanghaiDay.Format(said.ValidUntil));
    }
}
