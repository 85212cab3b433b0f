using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Partners;

/// <summary>What an operator decides of partners. Recorded before it counts.</summary>
internal sealed class PartnerDecisions(Register register, TimeProvider clock)
{
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(string? state, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        return await database.Partners.AsNoTracking().Where(p => state == null || p.State == state).OrderBy(p => p.ClientId).ToListAsync(cancellation);
    }

    /// <summary>How many status queries of today's budgets the nodes have taken, by client id.</summary>
    public async Task<IReadOnlyDictionary<string, long>> QueriesTakenAsync(CancellationToken cancellation)
    {
        var today = ShanghaiDay.At(clock.GetUtcNow()).Start.ToUnixTimeSeconds();
        await using var database = await register.ReadAsync(cancellation);
        return await database.QueryBudgets.Where(b => b.Day == today).ToDictionaryAsync(b => b.ClientId, b => b.Taken, cancellation);
    }

    /// <summary>Sets a partner's limits apart from the usual ones; what is not set is as usual again.</summary>
    public Task<PartnerAnswer> LimitAsync(string clientId, PartnerLimits limits, string by, CancellationToken cancellation) =>
        DecideAsync(clientId, by, AuditKind.PartnerLimitsSet, limits.ToJson() ?? "as usual", (_, row) =>
        {
            row.Limits = limits.ToJson();
            return PartnerAnswer.Of(row.State);
        }, cancellation);

    /// <summary>Lets a partner in with the scopes named, no more than it asked for; also one who was suspended, or with other scopes.</summary>
    public Task<PartnerAnswer> ApproveAsync(string clientId, PartnerApproval approval, string by, CancellationToken cancellation) =>
        DecideAsync(clientId, by, AuditKind.PartnerApproved, "scope " + string.Join(' ', approval.Scopes), (_, row) =>
        {
            if (Objection(row, approval) is { } objection) return PartnerAnswer.Conflict(objection);
            (row.State, row.RequestedFrom) = (PartnerRows.Active, null);
            (row.ApprovedAt, row.ApprovedBy) = (clock.GetUtcNow().ToUnixTimeSeconds(), by);
            // An address that is in force stays so: the keys of the request may long be withdrawn.
            if (!row.IsConfigured) (row.Scope, row.JwksUri) = (string.Join(' ', approval.Scopes), approval.JwksUri?.OriginalString ?? row.JwksUri);
            return PartnerAnswer.Of(row.State);
        }, cancellation);

    /// <summary>Stops a partner and its tokens at once.</summary>
    public Task<PartnerAnswer> SuspendAsync(string clientId, string by, CancellationToken cancellation) =>
        DecideAsync(clientId, by, AuditKind.PartnerSuspended, null, (_, row) =>
        {
            if (clientId == by) return PartnerAnswer.Conflict("Nobody suspends themselves: the last operator would be gone.");
            if (row.State == PartnerRows.Pending) return PartnerAnswer.Conflict("The partner is pending; reject it.");
            row.State = PartnerRows.Suspended;
            return PartnerAnswer.Of(row.State);
        }, cancellation);

    /// <summary>Forgets a request to join; the client id is free again.</summary>
    public Task<PartnerAnswer> RejectAsync(string clientId, string by, CancellationToken cancellation) =>
        DecideAsync(clientId, by, AuditKind.PartnerRejected, null, (database, row) =>
        {
            if (row.State != PartnerRows.Pending) return PartnerAnswer.Conflict($"The partner is {row.State}; suspend it.");
            database.Partners.Remove(row);
            return PartnerAnswer.Of("rejected");
        }, cancellation);

    private static string? Objection(PartnerRow row, PartnerApproval approval)
    {
        if (approval.Scopes.Except(row.ScopeAsked.Split(' ')).Any()) return "The partner has not asked for a scope that is named.";
        if (approval.Key is { } key && PartnerKeySet.Parse(row.JsonWebKeySet)?.Any(k => k.Thumbprint == key) is not true) return "The partner has no such key.";
        if (approval.JwksUri is { } address && address.OriginalString != row.JwksUriAsked) return "The partner has not asked for this jwksUri.";
        return row.IsConfigured && !approval.Scopes.Order().SequenceEqual(row.Scope.Split(' ').Order()) ? "The partner stands in the hub's configuration; its scopes are set there." : null;
    }

    private async Task<PartnerAnswer> DecideAsync(
        string clientId, string by, string kind, string? note, Func<HubDatabase, PartnerRow, PartnerAnswer> decide, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await PartnerRows.FindAsync(change.Database, clientId, cancellation) is not { } row) return PartnerAnswer.NotFound;
        var answer = decide(change.Database, row);
        if (answer.Problem is not null) return answer;
        await change.CommitAsync(cancellation, new AuditEntry(kind, by) { Subject = clientId, Region = row.Region, Outcome = answer.State, Note = note });
        return answer;
    }
}
