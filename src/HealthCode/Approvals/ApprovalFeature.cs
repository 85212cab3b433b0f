using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Approvals;

/// <summary>
/// <c>GET /v1/approvals</c>, <c>POST /v1/approvals/{batch}</c>: the second office. It is neither the one that decided nor the one that
/// delivered, and its division covers that of the first.
/// </summary>
internal sealed class ApprovalFeature(OfficeGate gate, LastingStore lasting, StatusChanges changes, TimeProvider clock, ILogger<ApprovalFeature> logger)
{
    private const int Most = 200;
    private const int MaxReason = 200;
    private static readonly string[] Decisions = ["approve", "refuse"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/approvals", (HttpContext http, ApprovalFeature feature) => feature.Get(http));
        routes.MapPost("/v1/approvals/{batch}", (string batch, HttpContext http, ApprovalFeature feature) => feature.PostAsync(batch, http));
    }

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        var seen = lasting.Read(c => ApprovalTable.All(c, Most).Where(a => office.Covers(DivisionOf(a.Office)))
            .Select(a => Written(a, a.State == "open" ? ApprovalTable.Reasons(c, a.Batch) : null)).ToList());
        return Answer.Json(http, new { Approvals = seen });
    }

    private async Task<IResult> PostAsync(string batch, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var (decision, reason) = (body.Code("decision", Decisions), body.Text("reason", MaxReason));
        if (!body.End() || decision is null || reason is null) return Refusals.BadRequest(body);
        if (lasting.Read(c => ApprovalTable.Find(c, batch)) is not { } held || !office.Covers(DivisionOf(held.Office))) return Refusals.NotFound;
        if (office.Code.Value == held.Office || office.Code.Value == held.Deliverer)
            return Refusals.Of(ProblemType.Forbidden, "A second office decides about this change, neither the one that decided nor the one that delivered it.");
        var people = await lasting.WriteAsync(c => ApprovalTable.Decide(c, batch, decision == "approve", office.Code.Value, reason, clock.GetUtcNow().ToUnixTimeSeconds()));
        var now = lasting.Read(c => ApprovalTable.Find(c, batch))!;
        if (now.Decider != office.Code.Value || now.Reason != reason) return Refusals.Of(ProblemType.Conflict, "Another office has decided about this change already.");
        logger.ChangeDecided(batch, decision, office.Code.Value, people);
        if (decision == "approve") changes.NoteAll();
        return Answer.Json(http, Written(now, null));
    }

    private static string DivisionOf(string office) => AuthorityCode.TryParse(office, out var code) ? code.Division : "000000";

    private static object Written(Approval approval, Dictionary<string, long>? reasons) => new
    {
        approval.Batch,
        approval.Feed,
        approval.Office,
        approval.People,
        approval.Deliverer,
        At = ShanghaiDay.Format(approval.At),
        approval.State,
        approval.Decider,
        approval.Reason,
        Decided = approval.Decided is { } decided ? ShanghaiDay.Format(decided) : null,
        Reasons = reasons,
    };
}
