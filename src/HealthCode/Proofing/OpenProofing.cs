using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.HealthCode.Proofing.Challenges;
using HealthBao.HealthCode.Proofing.Consents;

namespace HealthBao.HealthCode.Proofing;

/// <summary>A proofing under way.</summary>
/// <param name="Id">Cannot be guessed.</param>
/// <param name="Session">What the session is called inside, when it is for one.</param>
/// <param name="Name">The person's.</param>
/// <param name="Document">Whose holder is to be proven.</param>
/// <param name="Device">Where the pictures must come from.</param>
/// <param name="Challenge">What has to be done before the camera.</param>
/// <param name="Until">When it ends.</param>
internal sealed record OpenProofing(
    string Id, ProofingPurpose Purpose, string? Session, PersonName Name, IdentityDocument Document, EcJwk Device, Challenge Challenge, DateTimeOffset Until, Consent? Consent)
{
    /// <summary>Whether faces may be compared: somebody agreed to it, now or when the session began.</summary>
    public bool HasFace => Purpose != ProofingPurpose.Begin || Consent is not null;

    public override string ToString() => "proofing";
}
