using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>A check by staff, in place of a face.</summary>
/// <param name="Number">What the person tells at the counter.</param>
/// <param name="Session">What the session it opens is called inside.</param>
/// <param name="Person">The lasting key of the document to be shown.</param>
/// <param name="Name">What the name is compared by.</param>
/// <param name="Identity">Masked.</param>
/// <param name="Device">The device's public key, x and y.</param>
/// <param name="Documents">Sealed for the token, as in a session.</param>
/// <param name="Division">Twelve digits: whose list it is on.</param>
/// <param name="Due">By when an office has to decide.</param>
/// <param name="Decision">What it decided, or null.</param>
internal sealed record StaffedCheck(
    string Number, string Session, PersonKey Person, ulong Name, MaskedIdentity Identity, byte[] Device, byte[] Documents, string Division,
    DateTimeOffset At, DateTimeOffset Due, StaffedDecision? Decision)
{
    public override string ToString() => "staffed check";
}
