namespace HealthBao.Hub.Trust;

/// <summary>The register's rows at one revision. Nobody changes them: what is kept of an earlier content is its rows.</summary>
public sealed record RegisterContent(
    IReadOnlyList<ParticipantRow> Participants, IReadOnlyList<DayKeyRow> DayKeys, IReadOnlyList<PartnerRow> Partners, IReadOnlyList<PolicyRow> Policies)
{
    public static RegisterContent Empty { get; } = new([], [], [], []);

    /// <summary>
    /// This content, with what the held one had and this one lost or contradicts: participants that are not listed any more or have another issuer,
    /// keys that are gone, another's or not suspended any more. What this one adds or suspends stays.
    /// </summary>
    public RegisterContent Keeping(RegisterContent held)
    {
        var mine = Participants.ToDictionary(p => p.Region);
        var kept = held.Participants.Where(h => h.State != ParticipantRow.Pending && !(mine.TryGetValue(h.Region, out var row) && Follows(row, h)));
        foreach (var row in kept) mine[row.Region] = row;
        var keys = DayKeys.ToDictionary(k => k.Kid);
        foreach (var row in held.DayKeys) keys[row.Kid] = row.SuspendedAt is null && keys.TryGetValue(row.Kid, out var now) ? row with { SuspendedAt = now.SuspendedAt, SuspendedBy = now.SuspendedBy } : row;
        return this with { Participants = [.. mine.Values.OrderBy(p => p.Region, StringComparer.Ordinal)], DayKeys = [.. keys.Values] };
    }

    private static bool Follows(ParticipantRow row, ParticipantRow held) =>
        row.State != ParticipantRow.Pending && RegisterRows.ParticipantOf(row.Participant)?.Issuer == RegisterRows.ParticipantOf(held.Participant)?.Issuer;
}
