using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Problems;

namespace HealthBao.HealthCode.Sessions;

/// <summary>401 with its challenge: no session, or one whose person must show the face again (RFC 6750 §3, RFC 9470 §3).</summary>
internal sealed class SessionRefusal(string challenge, string detail) : IResult
{
    public static SessionRefusal NoSession { get; } = new("Bearer", "The call needs a session: begin with POST /v1/proofings, or go to an office.");

    public static SessionRefusal FaceNeeded { get; } = new(
        "Bearer error=\"insufficient_user_authentication\"", "This session was not proven today: show the face with POST /v1/sessions/face, or go to an office.");

    public static SessionRefusal DeviceNeeded { get; } = new(
        "Bearer error=\"invalid_token\"", "The call must carry a proof of its own device: X-HealthBao-Device-Proof, for this method and path, not older than a minute, used once.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.WWWAuthenticate = challenge;
        return Refusals.Of(ProblemType.Unauthorized, detail).ExecuteAsync(httpContext);
    }
}
