using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.StandIns;

/// <summary>Who changed a person's status, and why, in the codes that the adapter asks for.</summary>
internal sealed record NativeDecision(string Authority, string Reason)
{
    /// <summary>What is usual for the status that a person's native code now means.</summary>
    public static NativeDecision UsualFor(Citizen citizen)
    {
        var status = PartHost.Catalog.Find(citizen.Region)?.Map.Translate(FhirSystems.Native(citizen.Source), citizen.Native)?.Status;
        return new($"{DivisionOf(citizen)}/{(status == HealthStatus.CentralObservation ? "CDC" : "COMMUNITY")}", ReasonFor(status));
    }

    private static string DivisionOf(Citizen citizen) => citizen.Source switch
    {
        "xingtai" => "130500",
        "baoding" => "130600",
        _ => citizen.Region,
    };

    private static string ReasonFor(HealthStatus? status) => status switch
    {
        HealthStatus.CentralObservation => "cdc-list",
        HealthStatus.HomeObservation => "community-report",
        HealthStatus.NoAbnormality => "observation-ended",
        HealthStatus.NotHeld => "data-ended",
        HealthStatus.CannotConfirm => "trip-unverified",
        _ => "data-conflict",
    };
}
