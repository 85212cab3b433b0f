using System.Diagnostics.Metrics;

namespace HealthBao.Hub.Limits;

/// <summary>What is counted of limits and alarms. Tags are constants, never a partner.</summary>
internal sealed class LimitMeters
{
    private readonly Counter<long> refusals;
    private readonly Counter<long> alarms;

    public LimitMeters(IMeterFactory factory)
    {
        var meter = factory.Create("HealthBao.Hub");
        refusals = meter.CreateCounter<long>("healthbao.limit.refusals", null, "Calls refused because a partner's limit or budget is spent.");
        alarms = meter.CreateCounter<long>("healthbao.alarms", null, "Alarms raised about a partner.");
    }

    /// <param name="limit">Which limit, a constant: <c>rate</c>, <c>budget</c>, <c>token</c> or <c>queries</c>.</param>
    public void Refused(string limit) => refusals.Add(1, new KeyValuePair<string, object?>("limit", limit));

    /// <param name="kind">A name of <see cref="Audit.AuditKind"/>.</param>
    public void Alarmed(string kind) => alarms.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
