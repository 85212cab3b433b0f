using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Problems;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>
/// The counter: <c>GET /v1/staffed-checks</c> lists what is open in the office's division; <c>POST /v1/staffed-checks/{number}</c> decides. To
/// confirm, the office types name and number from the document that lies before it: a mask fits many people.
/// </summary>
internal sealed class StaffedDeskFeature(OfficeGate gate, StaffedChecks checks, TimeProvider clock, ILogger<StaffedDeskFeature> logger)
{
    private const int Most = 200;
    private const int MaxReason = 200;
    private const string Role = "COMMUNITY";
    private static readonly string[] Decisions = ["confirm", "refuse"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/staffed-checks", (HttpContext http, StaffedDeskFeature feature) => feature.Get(http));
        routes.MapPost("/v1/staffed-checks/{number}", (string number, HttpContext http, StaffedDeskFeature feature) => feature.PostAsync(number, http));
    }

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        if (office.Code.Office != Role) return NotItsWork;
        var now = clock.GetUtcNow();
        return Answer.Json(http, new { Checks = checks.Open(DivisionCell.RangeOf(office.Code.Division), Most).Select(c => Written(c, now)) });
    }

    private async Task<IResult> PostAsync(string number, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        if (office.Code.Office != Role) return NotItsWork;
        if (checks.Find(number) is not { } check) return Refusals.NotFound;
        var body = RequestBody.Parse(received.Bytes);
        var decision = body.Code("decision", Decisions);
        return decision == "refuse" ? await RefuseAsync(http, check, office, body) : await ConfirmAsync(http, check, office, body);
    }

    private async Task<IResult> ConfirmAsync(HttpContext http, StaffedCheck check, CallingOffice office, RequestBody body)
    {
        var (name, document) = (body.PersonName(), body.Document());
        if (!body.End() || name is null || document is null) return Refusals.BadRequest(body);
        if (!checks.IsShown(check, name, document)) return Refusals.Of(ProblemType.Conflict, "The document shown is not the one the check was asked for with; compare name and number, or refuse.");
        return await DecideAsync(http, check, office, true, null);
    }

    private async Task<IResult> RefuseAsync(HttpContext http, StaffedCheck check, CallingOffice office, RequestBody body)
    {
        var reason = body.Text("reason", MaxReason);
        return !body.End() || reason is null ? Refusals.BadRequest(body) : await DecideAsync(http, check, office, false, reason);
    }

    private async Task<IResult> DecideAsync(HttpContext http, StaffedCheck check, CallingOffice office, bool confirmed, string? reason)
    {
        if (!await checks.DecideAsync(check, confirmed, office.Code.Value, reason)) return Refusals.Of(ProblemType.Conflict, "This check is decided already.");
        logger.StaffedDecided(confirmed ? "confirmed" : "refused", office.Code.Value);
        return Answer.Json(http, Written(checks.Find(check.Number) ?? check, clock.GetUtcNow()));
    }

    private static IResult NotItsWork => Refusals.Of(ProblemType.Forbidden, $"Checks by staff are decided by an office of kind {Role}.");

    private static object Written(StaffedCheck check, DateTimeOffset now) => new
    {
        check.Number,
        Name = check.Identity.Name.ToString(),
        DocumentType = check.Identity.DocumentType.Code(),
        DocumentNumber = check.Identity.DocumentNumber,
        check.Division,
        At = ShanghaiDay.Format(check.At),
        Due = ShanghaiDay.Format(check.Due),
        Overdue = check.Decision is null && check.Due < now,
        State = check.Decision switch { null => "open", { Confirmed: true } => "confirmed", _ => "refused" },
        check.Decision?.Office,
    };
}
