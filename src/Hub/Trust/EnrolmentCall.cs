using HealthBao.Contracts.Jose;

namespace HealthBao.Hub.Trust;

/// <summary>A token that claims to be a participant's word, with the enrolment key it must be signed by. Nothing of it is verified yet.</summary>
internal sealed record EnrolmentCall(string Token, string Region, Enrolment Enrolment, DateTimeOffset Now)
{
    public string Issuer => Enrolment.Participant.Issuer;

    public VerificationKey Key => Enrolment.Key;
}
