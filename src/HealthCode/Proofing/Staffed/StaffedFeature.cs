using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>
/// The way without a face, for the person: <c>POST /v1/proofings/{id}/staffed-check</c> asks for it, <c>POST /v1/sessions/staffed</c> tells how it
/// stands and, once an office has confirmed, opens the session of this device.
/// </summary>
internal sealed class StaffedFeature(
    Proofings proofings, ProofingDevice device, DeviceGate devices, OpenSession sessions, StaffedChecks checks, FaceAttempts attempts, IOptions<HealthCodeOptions> system, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/proofings/{id}/staffed-check", (string id, HttpContext http, StaffedFeature feature) => feature.AskAsync(id, http));
        routes.MapPost("/v1/sessions/staffed", (HttpContext http, StaffedFeature feature) => feature.LookAsync(http));
    }

    private async Task<IResult> AskAsync(string id, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (proofings.Find(id) is not { } proofing) return ProofingDevice.Over;
        if (device.RefusalOf(http, proofing, out var token) is { } notTheDevice) return notTheDevice;
        var body = RequestBody.Parse(received.Bytes);
        var division = body.Text("division", 12, required: false);
        if (division is not null && !IsHere(division)) body.Fault("division", "not-a-division", "It must be the 6, 9 or 12 digits of a division of this region.");
        if (!body.End()) return Refusals.BadRequest(body);
        var known = token is null ? null : sessions.Find(token);
        if (token is not null && known is null) return SessionRefusal.NoSession;
        if (await attempts.SpendStaffedAsync(proofing) is null)
            return new ProblemResult(new(ProblemType.TooManyRequests, $"No more checks can be asked for today; go to an office, or call {system.Value.Telephone}."), attempts.UntilAnew);
        var opener = token ?? SessionToken.New();
        var check = await checks.AskAsync(proofing, opener, known, (division ?? system.Value.Region).PadRight(12, '0'));
        return Answer.Json(http, Reply(check, token is null ? opener.Reveal() : null), StatusCodes.Status201Created);
    }

    private async Task<IResult> LookAsync(HttpContext http)
    {
        if (SessionToken.Of(http.Request) is not { } token || checks.Of(token) is not { } check) return SessionRefusal.NoSession;
        if (!devices.Lets(http, DeviceGate.Read(check.Device), token)) return SessionRefusal.DeviceNeeded;
        if (check.Decision is not { Confirmed: true } decision) return Answer.Json(http, Reply(check, null));
        if (checks.UsableUntil(decision) < clock.GetUtcNow()) return Refusals.Of(ProblemType.Conflict, "The confirmation is over, since it was not used in time; ask for another.");
        if (!await checks.OpenAsync(check, token)) return SessionRefusal.NoSession;
        return Answer.Json(http, Reply(check, null) with { ValidUntil = ShanghaiDay.Format(ShanghaiDay.At(clock.GetUtcNow()).End) });
    }

    private StaffedReply Reply(StaffedCheck check, string? session) => StaffedReply.Of(check, session, system.Value.Telephone, clock.GetUtcNow());

    private bool IsHere(string division) => division.Length is 6 or 9 or 12 && division.All(char.IsAsciiDigit) && division.StartsWith(DivisionCell.ScopeOf(system.Value.Region), StringComparison.Ordinal);
}
