using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Proofing;

/// <summary>Sees to it that a proofing is gone on with by the device, and in the session, it was begun by.</summary>
internal sealed class ProofingDevice(DeviceGate devices)
{
    public static IResult Over { get; } = Refusals.Of(ProblemType.NotFound, "There is no such proofing, or it is over; begin again with POST /v1/proofings or POST /v1/sessions/face.");

    /// <summary>Why the call is refused, or null.</summary>
    public IResult? RefusalOf(HttpContext http, OpenProofing proofing, out SessionToken? token)
    {
        token = proofing.Session is null ? null : SessionToken.Of(http.Request);
        if (token?.Id != proofing.Session) return SessionRefusal.NoSession;
        return devices.Lets(http, proofing.Device, token) ? null : SessionRefusal.DeviceNeeded;
    }
}
