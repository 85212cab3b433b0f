using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Partners;
using HealthBao.Hub.Problems;

namespace HealthBao.Hub.Trust;

/// <summary>
/// How an enrolment key is replaced: at once by a word that the present key signs; or, where that is lost, by asking to join anew and an
/// operator's approval of the very key that asked, by its thumbprint. Until then the present key stays in force.
/// </summary>
internal static class EnrolmentKeysFeature
{
    public static void MapEnrolmentKeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/v1/trust/participants/{region}/enrolment-keys", ReplaceAsync);
        app.MapPost("/v1/trust/participants/{region}/enrolment-keys/{kid}/approval", (HttpContext http, string region, string kid, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers) =>
            DecideAsync(http, region, kid, approved: true, register, trust, loggers));
        app.MapPost("/v1/trust/participants/{region}/enrolment-keys/{kid}/rejection", (HttpContext http, string region, string kid, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers) =>
            DecideAsync(http, region, kid, approved: false, register, trust, loggers));
    }

    private static async Task ReplaceAsync(HttpContext http, string region, EnrolmentCalls calls, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        if (await calls.ReadAsync(http, EnrolmentKeyReplacement.MaxBytes, _ => region, "replacement of an enrolment key") is not { } call) return;
        if (EnrolmentKeyReplacement.Verify(call.Token, call.Issuer, region, call.Key, call.Now) is not { } replacement)
        {
            await http.WriteProblemAsync(new(ProblemType.BadRequest, "The replacement does not stand: signature by the present key, time, region or the new key's proof. If the present key is lost, ask to join with the new one and have the operator approve it."));
            return;
        }

        if (!await calls.IsActiveAsync(http, call) || !await calls.UseOnceAsync(http, call, replacement.Id)) return;
        if (!await register.ReplaceKeyAsync(region, call.Key.Jwk, replacement.EnrolmentKey, http.RequestAborted))
        {
            await http.WriteProblemAsync(new(ProblemType.Conflict, "The key that signed is not the present one any more."));
            return;
        }

        await DoneAsync(http, region, replacement.EnrolmentKey.Thumbprint, "registered", call.Key.Kid, trust, loggers);
    }

    private static async Task DecideAsync(HttpContext http, string region, string kid, bool approved, ParticipantRegister register, TrustSource trust, ILoggerFactory loggers)
    {
        if (await Scopes.RequireAsync(http, Scopes.Trust) is not { } partner) return;
        if (!await register.DecideReplacementAsync(region, kid, approved, partner.ClientId, http.RequestAborted))
        {
            await http.WriteProblemAsync(new(ProblemType.NotFound, "No such key waits to replace the region's enrolment key."));
            return;
        }

        await DoneAsync(http, region, kid, approved ? "registered" : "rejected", partner.ClientId, trust, loggers);
    }

    private static async Task DoneAsync(HttpContext http, string region, string kid, string state, string by, TrustSource trust, ILoggerFactory loggers)
    {
        await trust.RefreshAsync(http.RequestAborted);
        Log.EnrolmentKeySet(loggers.CreateLogger(typeof(EnrolmentKeysFeature)), region, kid, state, by);
        await http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["region"] = region, ["enrolmentKey"] = kid, ["state"] = state });
    }
}
