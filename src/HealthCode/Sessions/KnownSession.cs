using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Sessions;

/// <summary>A session that a device holds, proven today or not.</summary>
/// <param name="Name">The person's.</param>
/// <param name="Documents">All that were proven to be this person's.</param>
internal sealed record KnownSession(SessionToken Token, SessionRow Row, PersonName Name, IReadOnlyList<IdentityDocument> Documents)
{
    public override string ToString() => "session";
}
