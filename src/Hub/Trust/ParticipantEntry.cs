using HealthBao.Contracts.Fhir;

namespace HealthBao.Hub.Trust;

/// <summary>A participant's row of the register, taken apart.</summary>
internal sealed record ParticipantEntry(Enrolment Enrolment, ConceptMap Map)
{
    public string Region => Enrolment.Participant.Region;
}
