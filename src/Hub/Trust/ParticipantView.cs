using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Trust;

/// <summary>A participant as an operator sees it: also what the public list does not say.</summary>
internal static class ParticipantView
{
    public static object Of(ParticipantRow row, IEnumerable<DayKeyRow> keys)
    {
        var participant = RegisterRows.ParticipantOf(row.Participant);
        return new
        {
            region = row.Region,
            state = row.State,
            names = participant is null ? null : new { zh = participant.Names.Zh, en = participant.Names.En },
            issuer = participant?.Issuer,
            adapterAddress = row.AdapterAddress,
            enrolmentKey = RegisterRows.KeyOf(row.EnrolmentKeyX, row.EnrolmentKeyY)?.Thumbprint,
            requestedAt = Instant(row.RequestedAt),
            approvedAt = Instant(row.ApprovedAt),
            approvedBy = row.ApprovedBy,
            replacement = ParticipantRegister.WaitingKeyOf(row) is { } waiting ? new { enrolmentKey = waiting.Thumbprint, requestedAt = Instant(row.ReplacementRequestedAt) } : null,
            keys = keys.Select(Key),
        };
    }

    public static string? Instant(long? seconds) => seconds is { } s ? ShanghaiDay.Format(DateTimeOffset.FromUnixTimeSeconds(s)) : null;

    private static object Key(DayKeyRow row) => new
    {
        kid = row.Kid,
        day = ShanghaiDay.At(DateTimeOffset.FromUnixTimeSeconds(row.NotBefore)).Compact,
        state = row.SuspendedAt is null ? ParticipantRow.Active : ParticipantRow.Suspended,
        suspendedAt = Instant(row.SuspendedAt),
        suspendedBy = row.SuspendedBy,
    };
}
