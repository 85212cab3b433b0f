using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Proofing;

/// <summary>The way without a face.</summary>
/// <param name="Path">Where it is asked for.</param>
/// <param name="WithinHours">By when an office decides.</param>
/// <param name="Telephone">Whom to call.</param>
internal sealed record StaffedOffer(string Path, int WithinHours, string Telephone)
{
    public static StaffedOffer Of(OpenProofing proofing, ProofingOptions options, string telephone) => new($"/v1/proofings/{proofing.Id}/staffed-check", options.StaffedHours, telephone);
}
