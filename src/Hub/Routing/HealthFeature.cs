using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Routing;

/// <summary><c>/livez</c>: the process runs. <c>/readyz</c>: it can tell verdicts, and which region it cannot tell them for.</summary>
internal static class HealthFeature
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/livez", () => TypedResults.Text("ok\n"));
        app.MapGet("/readyz", (TrustSource trust, RegionReadiness readiness, AuditLog audit, TimeProvider clock) =>
        {
            var state = trust.Current;
            var regions = state.Snapshot.Issuers.OrderBy(i => i.Listed.Region, StringComparer.Ordinal).ToDictionary(i => i.Listed.Region, readiness.Of);
            // One failing region is told and does not take the hub out of service for the others.
            var ready = trust.IsRegisterReadable && audit.Fault is null;
            return TypedResults.Json(
                new
                {
                    ready,
                    register = trust.IsRegisterReadable ? "readable" : "unreadable",
                    audit = audit.Fault is null ? "writable" : "failing",
                    regions,
                    trustList = state.Snapshot.List.IsOver(clock.GetUtcNow()) ? "over" : state.Doubt == TrustListFault.None ? "plausible" : state.Doubt.Code(),
                    trustListUntil = ShanghaiDay.Format(state.Snapshot.List.Expires),
                },
                statusCode: ready ? 200 : 503);
        });
    }
}
