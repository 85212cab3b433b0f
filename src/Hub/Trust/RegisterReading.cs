using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>Reads the register whole.</summary>
internal static class RegisterReading
{
    private const int Attempts = 5;

    public static Task<RevisionRow> RevisionAsync(HubDatabase database, CancellationToken cancellation) => database.Revisions.AsNoTracking().SingleAsync(cancellation);

    /// <summary>Gives the present revision a list signed now, unless another node did so first or the register changed meanwhile.</summary>
    /// <param name="after">A sequence that was published already.</param>
    public static async Task<RevisionRow> RenewAsync(HubDatabase database, RevisionRow seen, long after, DateTimeOffset now, CancellationToken cancellation)
    {
        var sequence = Math.Max(now.ToUnixTimeMilliseconds(), Math.Max(seen.Sequence, after) + 1);
        await database.Revisions.Where(r => r.Number == seen.Number && r.Sequence == seen.Sequence).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.Sequence, sequence).SetProperty(x => x.SignedAt, now.ToUnixTimeMilliseconds()), cancellation);
        return await RevisionAsync(database, cancellation);
    }

    /// <summary>The rows of a revision; of a later one when the register changes while they are read.</summary>
    public static async Task<(RevisionRow Revision, RegisterContent Content)> ContentAsync(HubDatabase database, RevisionRow revision, DateTimeOffset oldestKey, CancellationToken cancellation)
    {
        var oldest = oldestKey.ToUnixTimeSeconds();
        for (var attempt = 1; ; attempt++)
        {
            var content = new RegisterContent(
                await database.Participants.AsNoTracking().OrderBy(p => p.Region).ToListAsync(cancellation),
                await database.DayKeys.AsNoTracking().Where(k => k.Expires > oldest).ToListAsync(cancellation),
                await database.Partners.AsNoTracking().Where(p => p.State == PartnerRows.Active).ToListAsync(cancellation),
                await database.Policies.AsNoTracking().ToListAsync(cancellation));
            var after = await RevisionAsync(database, cancellation);
            if ((after.Number, after.Sequence) == (revision.Number, revision.Sequence) || attempt == Attempts) return (revision, content);
            revision = after;
        }
    }
}
