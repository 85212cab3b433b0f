using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Enquiry;
using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Dependants;

/// <summary>What somebody is told of another: masked, and gone after 15 seconds.</summary>
/// <param name="Identity">Masked, as it was asked.</param>
/// <param name="Text">What it means and what it does not mean.</param>
/// <param name="WayOut">Why it opens no door and what to do; null when it does.</param>
/// <param name="ExpiresAt">When whoever shows it must take it away.</param>
internal sealed record ProxyReply(string Status, Words Words, IdentityReply Identity, Words Text, WayOut? WayOut, string AsOf, string ExpiresAt, int Seconds, string ValidUntil)
{
    private const int Shown = 15;

    public static ProxyReply Of(Determination.Determination said, MaskedIdentity identity) => new(
        said.Status.Code(), said.Status.Words(), IdentityReply.Of(identity), StatusTexts.Of(said.Status, said.IsLate), WaysOut.OfProxy(said),
        ShanghaiDay.Format(said.At), ShanghaiDay.Format(said.At.AddSeconds(Shown)), Shown, ShanghaiDay.Format(said.ValidUntil));
}
