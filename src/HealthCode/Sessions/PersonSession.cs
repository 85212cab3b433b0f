using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Sessions;

/// <summary>A session whose person showed the face, or came to an office, today.</summary>
/// <param name="Id">What the session is called inside; says nothing of the token.</param>
/// <param name="Person">By both keys; of several linked documents the one the session began with.</param>
/// <param name="Name">What the person's name is compared by, as in <see cref="PersonAsked"/>.</param>
/// <param name="Identity">Masked.</param>
/// <param name="ProvenAt">When the person was proven.</param>
/// <param name="Linked">The person's other documents that were proven too.</param>
internal sealed record PersonSession(string Id, PersonRef Person, ulong Name, MaskedIdentity Identity, DateTimeOffset ProvenAt, IReadOnlyList<ProvenDocument> Linked)
{
    public override string ToString() => "session";
}
