using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Status;
using HealthBao.Hub.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>Opens the register, and keeps what all who write it share: changes one after the other, and every <c>jti</c> once.</summary>
public sealed class Register(IDbContextFactory<HubDatabase> databases, IOptions<HubOptions> options, AuditLog audit, TimeProvider clock)
{
    /// <summary>Makes the tables, the revision and the partners named in the configuration.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await RegisterTables.EnsureAsync(databases, cancellation);
        await using var change = await BeginAsync(cancellation);
        await PartnerRows.ConfigureAsync(change.Database, options.Value.Partners, clock.GetUtcNow(), cancellation);
        await change.CommitAsync(cancellation);
    }

    /// <summary>Remembers a <c>jti</c>.</summary>
    /// <returns>False when it counted before, on any node.</returns>
    public async Task<bool> UseOnceAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var kept = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        await database.UsedIds.Where(u => u.Expires < now).ExecuteDeleteAsync(cancellation);
        // A node of the version before this one kept ids as they are.
        if (await database.UsedIds.AnyAsync(u => u.Issuer == issuer && (u.Id == kept || u.Id == id), cancellation)) return false;
        database.UsedIds.Add(new() { Issuer = issuer, Id = kept, Expires = expires.ToUnixTimeSeconds() });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another call with the same id was first, and its row is the proof. Without it the register failed, and that is no replay.
            if (await database.UsedIds.AsNoTracking().AnyAsync(u => u.Issuer == issuer && u.Id == kept, cancellation)) return false;
            throw;
        }
    }

    /// <summary>Removes what is over: day keys a day after their end, ids of tokens that have ended, budgets of the days before yesterday, answers kept for a day. Safe on several nodes at once.</summary>
    public async Task PurgeAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var (ended, over) = ((now - TrustSource.KeyAfterlife).ToUnixTimeSeconds(), now.ToUnixTimeSeconds());
        await database.DayKeys.Where(k => k.Expires <= ended).ExecuteDeleteAsync(cancellation);
        await database.UsedIds.Where(u => u.Expires < over).ExecuteDeleteAsync(cancellation);
        await database.RepeatableWrites.Where(w => w.Expires < over).ExecuteDeleteAsync(cancellation);
        var yesterday = ShanghaiDay.At(now).Previous.Start.ToUnixTimeSeconds();
        await database.QueryBudgets.Where(b => b.Day < yesterday).ExecuteDeleteAsync(cancellation);
    }

    internal Task<RegisterChange> BeginAsync(CancellationToken cancellation) => RegisterChange.BeginAsync(databases, audit, clock, cancellation);

    internal Task<HubDatabase> ReadAsync(CancellationToken cancellation) => databases.CreateDbContextAsync(cancellation);
}
