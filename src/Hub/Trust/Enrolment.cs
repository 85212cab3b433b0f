using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;

namespace HealthBao.Hub.Trust;

/// <summary>A participant's private side of the register.</summary>
public sealed record Enrolment(string State, Participant Participant, VerificationKey Key, Uri AdapterAddress);
