using HealthBao.Hub.Trust;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Idempotency;

/// <summary>The named requests in the register, for all nodes. What took effect is kept for a day; what did not may be tried again.</summary>
internal sealed class NamedWrites(Register register, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // A write takes moments. One that began longer ago was on a node that died.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<(WriteClaim Claim, RecordedAnswer? Answer)> ClaimAsync(NamedWrite write, CancellationToken cancellation)
    {
        await using var database = await register.ReadAsync(cancellation);
        var now = clock.GetUtcNow();
        await Of(database, write).Where(w => w.Expires <= now.ToUnixTimeSeconds()).ExecuteDeleteAsync(cancellation);
        if (await AddAsync(database, write, now, cancellation)) return (WriteClaim.New, null);
        if (await Of(database, write).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } row) return (WriteClaim.UnderWay, null);
        if (!row.Digest.AsSpan().SequenceEqual(write.Digest)) return (WriteClaim.AnotherRequest, null);
        if (row.Status != 0) return (WriteClaim.Answered, new(row.Status, row.ContentType, row.Body!));
        return (await TakeOverAsync(database, write, row.BegunAt, now, cancellation) ? WriteClaim.New : WriteClaim.UnderWay, null);
    }

    public async Task RecordAsync(NamedWrite write, RecordedAnswer answer)
    {
        await using var database = await register.ReadAsync(CancellationToken.None);
        await Of(database, write).ExecuteUpdateAsync(w => w
            .SetProperty(x => x.Status, answer.Status).SetProperty(x => x.ContentType, answer.ContentType).SetProperty(x => x.Body, answer.Body));
    }

    public async Task ForgetAsync(NamedWrite write)
    {
        await using var database = await register.ReadAsync(CancellationToken.None);
        await Of(database, write).ExecuteDeleteAsync();
    }

    private static IQueryable<RepeatableWriteRow> Of(HubDatabase database, NamedWrite write) => database.RepeatableWrites.Where(w => w.Owner == write.Owner && w.Key == write.Key);

    private static async Task<bool> AddAsync(HubDatabase database, NamedWrite write, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await Of(database, write).AnyAsync(cancellation)) return false;
        database.RepeatableWrites.Add(new()
        {
            Owner = write.Owner,
            Key = write.Key,
            Digest = write.Digest,
            BegunAt = now.ToUnixTimeSeconds(),
            Expires = (now + Kept).ToUnixTimeSeconds(),
        });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another call was first. Without its row the register failed.
            database.ChangeTracker.Clear();
            if (!await Of(database, write).AnyAsync(cancellation)) throw;
            return false;
        }
    }

    private static async Task<bool> TakeOverAsync(HubDatabase database, NamedWrite write, long begun, DateTimeOffset now, CancellationToken cancellation)
    {
        if (DateTimeOffset.FromUnixTimeSeconds(begun) + Patience > now) return false;
        return await Of(database, write).Where(w => w.Status == 0 && w.BegunAt == begun)
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.BegunAt, now.ToUnixTimeSeconds()), cancellation) == 1;
    }
}
