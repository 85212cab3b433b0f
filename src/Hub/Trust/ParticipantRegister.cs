using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>Participants in the register: who asked, who is in, with which enrolment key.</summary>
internal sealed class ParticipantRegister(Register register, TimeProvider clock)
{
    /// <summary>Takes a request to join. A participant that is in the register keeps its state, and only its own enrolment key renews its data.</summary>
    public async Task<(JoinOutcome Outcome, string State)> JoinAsync(ParticipantRequest request, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        var row = await change.Database.Participants.FindAsync([request.Participant.Region], cancellation);
        if (row is not null && Judge(row, request) is var outcome && outcome != JoinOutcome.Registered)
        {
            if (outcome != JoinOutcome.ReplacementPending) return (outcome, row.State);
            await change.CommitAsync(cancellation, Asked("replacement-pending"));
            return (outcome, row.State);
        }

        if (await IsTakenByAnotherAsync(change.Database, request.Participant, cancellation)) return (JoinOutcome.Taken, "");
        if (row is null) change.Database.Participants.Add(row = NewRow(request));
        row.Participant = System.Text.Encoding.UTF8.GetString(request.Participant.ToJson());
        row.ConceptMap = request.MapJson;
        row.AdapterAddress = request.AdapterAddress.ToString();
        await change.CommitAsync(cancellation, Asked(row.State));
        return (JoinOutcome.Registered, row.State);

        AuditEntry Asked(string state) =>
            new(AuditKind.ParticipantRequested, request.EnrolmentKey.Thumbprint) { Region = request.Participant.Region, Subject = request.EnrolmentKey.Thumbprint, Outcome = state };
    }

    /// <summary>Sets a participant's state.</summary>
    /// <returns>False when the region is not in the register.</returns>
    public async Task<bool> SetStateAsync(string region, string state, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.Participants.FindAsync([region], cancellation) is not { } row) return false;
        row.State = state;
        (row.ApprovedAt, row.ApprovedBy) = (row.ApprovedAt ?? clock.GetUtcNow().ToUnixTimeSeconds(), row.ApprovedBy ?? by);
        var kind = state == ParticipantRow.Active ? AuditKind.ParticipantApproved : AuditKind.ParticipantSuspended;
        await change.CommitAsync(cancellation, new AuditEntry(kind, by) { Region = region, Subject = KidOf(row), Outcome = state });
        return true;
    }

    /// <summary>Removes a request that nobody approved; the code is free again.</summary>
    /// <returns>The state found, or null when the region is not in the register. Only <c>pending</c> was removed.</returns>
    public async Task<string?> RejectAsync(string region, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.Participants.FindAsync([region], cancellation) is not { } row) return null;
        if (row.State == ParticipantRow.Pending) change.Database.Participants.Remove(row);
        await change.CommitAsync(cancellation, new AuditEntry(AuditKind.ParticipantRejected, by) { Region = region, Subject = KidOf(row), Outcome = "rejected" });
        return row.State;
    }

    /// <summary>Puts another enrolment key in the place of the present one.</summary>
    /// <returns>False when the present key is not that one any more.</returns>
    public async Task<bool> ReplaceKeyAsync(string region, EcJwk present, EcJwk next, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.Participants.FindAsync([region], cancellation) is not { } row || !IsKeyOf(row, present)) return false;
        SetKey(row, next.X, next.Y);
        await change.CommitAsync(cancellation, Replaced(region, next.Thumbprint, present.Thumbprint, "registered"));
        return true;
    }

    /// <summary>Decides on the key that waits to replace a lost one.</summary>
    /// <returns>False when no such key waits.</returns>
    public async Task<bool> DecideReplacementAsync(string region, string kid, bool approved, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.Participants.FindAsync([region], cancellation) is not { } row || WaitingKeyOf(row)?.Thumbprint != kid) return false;
        if (approved) SetKey(row, row.ReplacementKeyX!, row.ReplacementKeyY!);
        else (row.ReplacementKeyX, row.ReplacementKeyY, row.ReplacementRequestedAt) = (null, null, null);
        await change.CommitAsync(cancellation, Replaced(region, kid, by, approved ? "registered" : "rejected"));
        return true;
    }

    /// <summary>Everybody in the register, with all their day keys.</summary>
    public async Task<(IReadOnlyList<ParticipantRow> Participants, ILookup<string, DayKeyRow> DayKeys)> ListAsync(CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        var participants = await database.Participants.AsNoTracking().OrderBy(p => p.Region).ToListAsync(cancellation);
        var keys = await database.DayKeys.AsNoTracking().OrderBy(k => k.NotBefore).ToListAsync(cancellation);
        return (participants, keys.ToLookup(k => k.Region));
    }

    public static EcJwk? WaitingKeyOf(ParticipantRow row) => row.ReplacementKeyX is { } x && row.ReplacementKeyY is { } y ? RegisterRows.KeyOf(x, y) : null;

    private static AuditEntry Replaced(string region, string kid, string by, string outcome) => new(AuditKind.EnrolmentKeyReplaced, by) { Region = region, Subject = kid, Outcome = outcome };

    private static string? KidOf(ParticipantRow row) => RegisterRows.KeyOf(row.EnrolmentKeyX, row.EnrolmentKeyY)?.Thumbprint;

    private JoinOutcome Judge(ParticipantRow row, ParticipantRequest request)
    {
        var sameIssuer = RegisterRows.ParticipantOf(row.Participant)?.Issuer == request.Participant.Issuer;
        if (IsKeyOf(row, request.EnrolmentKey)) return sameIssuer || row.State == ParticipantRow.Pending ? JoinOutcome.Registered : JoinOutcome.IssuerChanged;
        if (row.State == ParticipantRow.Pending || !sameIssuer) return JoinOutcome.AnotherKeyWaits;
        if (WaitingKeyOf(row) is { } waiting) return waiting == request.EnrolmentKey ? JoinOutcome.ReplacementPending : JoinOutcome.AnotherKeyWaits;
        (row.ReplacementKeyX, row.ReplacementKeyY) = (request.EnrolmentKey.X, request.EnrolmentKey.Y);
        row.ReplacementRequestedAt = clock.GetUtcNow().ToUnixTimeSeconds();
        return JoinOutcome.ReplacementPending;
    }

    private ParticipantRow NewRow(ParticipantRequest request) => new()
    {
        Region = request.Participant.Region,
        State = ParticipantRow.Pending,
        Participant = "",
        ConceptMap = "",
        AdapterAddress = "",
        EnrolmentKeyX = request.EnrolmentKey.X,
        EnrolmentKeyY = request.EnrolmentKey.Y,
        RequestedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
    };

    private static void SetKey(ParticipantRow row, string x, string y)
    {
        (row.EnrolmentKeyX, row.EnrolmentKeyY) = (x, y);
        (row.ReplacementKeyX, row.ReplacementKeyY, row.ReplacementRequestedAt) = (null, null, null);
    }

    private static bool IsKeyOf(ParticipantRow row, EcJwk key) => (row.EnrolmentKeyX, row.EnrolmentKeyY) == (key.X, key.Y);

    private static async Task<bool> IsTakenByAnotherAsync(HubDatabase database, Participant participant, CancellationToken cancellation)
    {
        var others = await database.Participants.Where(p => p.Region != participant.Region).Select(p => p.Participant).ToListAsync(cancellation);
        return others.Select(RegisterRows.ParticipantOf).OfType<Participant>()
            .Any(o => o.Issuer == participant.Issuer || NativeCodePrefixes.Overlap(o.NativeCodePrefixes, participant.NativeCodePrefixes));
    }
}
