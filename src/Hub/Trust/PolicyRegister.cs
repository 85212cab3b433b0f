using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Recognition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>Policies in the register: asked for by their destination, decided on by an operator. Versions only grow.</summary>
internal sealed class PolicyRegister(Register register, PolicyBook shipped, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>Takes a request. One that waits or was rejected may be asked for again with the same version.</summary>
    public async Task<PolicyOutcome> AskAsync(PolicyRequest request, RecognitionPolicy policy, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        var entry = Entry(AuditKind.PolicyRequested, policy.Destination, policy.Version, by);
        if (policy.Version <= await LastVersionAsync(change.Database, policy.Destination, cancellation)) return await change.RefuseAsync(PolicyOutcome.VersionTooLow, entry);
        var row = await change.Database.Policies.FindAsync([policy.Destination, policy.Version], cancellation);
        if (row is not null) change.Database.Policies.Remove(row);
        if (row is not null) await change.Database.SaveChangesAsync(cancellation);
        change.Database.Policies.Add(new()
        {
            Destination = policy.Destination,
            Version = policy.Version,
            State = PolicyStates.Pending,
            Policy = request.PolicyJson,
            RequestedAt = Now.ToUnixTimeSeconds(),
            RequestedBy = by,
        });
        await change.CommitAsync(cancellation, entry with { Outcome = PolicyStates.Pending });
        return PolicyOutcome.Done;
    }

    /// <summary>Announces a policy that waits.</summary>
    /// <param name="urgentReason">Why it needs no notice; null for the usual notice.</param>
    public Task<PolicyOutcome> ApproveAsync(string destination, int version, string? urgentReason, string by, CancellationToken cancellation) =>
        DecideAsync(destination, version, PolicyStates.Approved, by, urgentReason, cancellation, async (database, row, policy) =>
            row.State != PolicyStates.Pending ? PolicyOutcome.OtherState
            : version <= await LastVersionAsync(database, destination, cancellation) ? PolicyOutcome.VersionTooLow
            : policy.EffectiveUntil <= Now ? PolicyOutcome.Over
            : urgentReason is null && policy.EffectiveFrom < Now.AddHours(options.Value.PolicyNoticeHours) ? PolicyOutcome.NoticeTooShort
            : PolicyOutcome.Done);

    public Task<PolicyOutcome> RejectAsync(string destination, int version, string by, CancellationToken cancellation) =>
        DecideAsync(destination, version, PolicyStates.Rejected, by, null, cancellation, (_, row, _) => Task.FromResult(row.State == PolicyStates.Pending ? PolicyOutcome.Done : PolicyOutcome.OtherState));

    /// <summary>Takes back a policy that is announced and not in force yet.</summary>
    public Task<PolicyOutcome> WithdrawAsync(string destination, int version, string by, CancellationToken cancellation) =>
        DecideAsync(destination, version, PolicyStates.Withdrawn, by, null, cancellation, (_, row, policy) =>
            Task.FromResult(row.State == PolicyStates.Approved && Now < policy.EffectiveFrom ? PolicyOutcome.Done : PolicyOutcome.OtherState));

    public async Task<IReadOnlyList<PolicyRow>> ListAsync(CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        return await database.Policies.AsNoTracking().OrderBy(p => p.Destination).ThenBy(p => p.Version).ToListAsync(cancellation);
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task<PolicyOutcome> DecideAsync(
        string destination, int version, string state, string by, string? urgentReason, CancellationToken cancellation,
        Func<HubDatabase, PolicyRow, RecognitionPolicy, Task<PolicyOutcome>> judge)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.Policies.FindAsync([destination, version], cancellation) is not { } row || RegisterRows.Of(row) is not { } policy) return PolicyOutcome.Unknown;
        var entry = Entry(KindOf(state), destination, version, by) with { Note = urgentReason };
        if (await judge(change.Database, row, policy) is var outcome && outcome != PolicyOutcome.Done) return await change.RefuseAsync(outcome, entry);
        (row.State, row.DecidedAt, row.DecidedBy, row.UrgentReason) = (state, Now.ToUnixTimeSeconds(), by, urgentReason ?? row.UrgentReason);
        await change.CommitAsync(cancellation, entry with { Outcome = state });
        return PolicyOutcome.Done;
    }

    private static AuditEntry Entry(string kind, string destination, int version, string by) => new(kind, by) { Destination = destination, Policy = $"{destination}/{version}" };

    private static string KindOf(string state) => state switch
    {
        PolicyStates.Approved => AuditKind.PolicyApproved,
        PolicyStates.Rejected => AuditKind.PolicyRejected,
        _ => AuditKind.PolicyWithdrawn,
    };

    private async Task<int> LastVersionAsync(HubDatabase database, string destination, CancellationToken cancellation)
    {
        var decided = await database.Policies.Where(p => p.Destination == destination && (p.State == PolicyStates.Approved || p.State == PolicyStates.Withdrawn)).MaxAsync(p => (int?)p.Version, cancellation);
        return Math.Max(shipped.LastVersion(destination), decided ?? 0);
    }
}
