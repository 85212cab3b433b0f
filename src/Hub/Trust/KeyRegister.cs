using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Audit;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>Day keys in the register: one in force per region and day.</summary>
internal sealed class KeyRegister(Register register, TimeProvider clock)
{
    /// <summary>The most keys of one region and day, suspended ones with them.</summary>
    public const int MostADay = 8;

    /// <summary>Adds the day keys of a statement, all or none. A key that stands already stays as it is.</summary>
    public async Task<KeyStatementFault> AddAsync(KeyStatement statement, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        var today = ShanghaiDay.At(clock.GetUtcNow());
        var added = new List<string>();
        var kids = statement.Keys.Select(k => k.Jwk.Thumbprint).ToArray();
        if (await change.Database.DayKeys.AnyAsync(k => kids.Contains(k.Kid) && k.Region != statement.Region, cancellation)) return await change.RefuseAsync(KeyStatementFault.AnotherRegions, Stated(null));
        var rows = await change.Database.DayKeys.Where(k => k.Region == statement.Region).ToListAsync(cancellation);
        foreach (var key in statement.Keys)
        {
            if (Judge(key, rows, today) is var fault && fault != KeyStatementFault.None) return await change.RefuseAsync(fault, Stated(key.Jwk.Thumbprint));
            if (rows.Exists(r => r.Kid == key.Jwk.Thumbprint)) continue;
            rows.Add(NewRow(statement.Region, key));
            change.Database.DayKeys.Add(rows[^1]);
            added.Add(key.Jwk.Thumbprint);
        }

        if (!rows.Exists(r => IsInForce(r, today.Next)) && rows.Exists(r => r.NotBefore < today.Start.ToUnixTimeSeconds())) return await change.RefuseAsync(KeyStatementFault.NoTomorrow, Stated(null));
        await change.CommitAsync(cancellation, [.. added.Select(kid => Stated(kid) with { Outcome = ParticipantRow.Active })]);
        return KeyStatementFault.None;

        AuditEntry Stated(string? kid) => new(AuditKind.KeysStated, by) { Region = statement.Region, Subject = kid };
    }

    /// <summary>Suspends a key, for good.</summary>
    /// <param name="region">The only region whose key it may be; null for any.</param>
    /// <returns>The key's region, or null when there is no such key.</returns>
    public async Task<string?> SuspendAsync(string kid, string? region, string by, CancellationToken cancellation)
    {
        await using var change = await register.BeginAsync(cancellation);
        if (await change.Database.DayKeys.FindAsync([kid], cancellation) is not { } row || (region is not null && row.Region != region)) return null;
        if (row.SuspendedAt is null) (row.SuspendedAt, row.SuspendedBy) = (clock.GetUtcNow().ToUnixTimeSeconds(), by);
        await change.CommitAsync(cancellation, new AuditEntry(AuditKind.KeySuspended, by) { Region = row.Region, Subject = kid, Outcome = ParticipantRow.Suspended });
        return row.Region;
    }

    private static KeyStatementFault Judge(ListedKey key, List<DayKeyRow> rows, ShanghaiDay today)
    {
        var day = ShanghaiDay.At(key.NotBefore);
        if (day != today && day != today.Next) return KeyStatementFault.OtherDay;
        var ofDay = rows.Where(r => r.NotBefore == day.Start.ToUnixTimeSeconds()).ToArray();
        if (ofDay.FirstOrDefault(r => r.Kid == key.Jwk.Thumbprint) is { } known) return known.SuspendedAt is null ? KeyStatementFault.None : KeyStatementFault.Suspended;
        if (ofDay.Any(r => r.SuspendedAt is null)) return KeyStatementFault.DayTaken;
        return ofDay.Length < MostADay ? KeyStatementFault.None : KeyStatementFault.TooMany;
    }

    private static bool IsInForce(DayKeyRow row, ShanghaiDay day) => row.SuspendedAt is null && row.NotBefore == day.Start.ToUnixTimeSeconds();

    private static DayKeyRow NewRow(string region, ListedKey key) => new()
    {
        Kid = key.Jwk.Thumbprint,
        Region = region,
        X = key.Jwk.X,
        Y = key.Jwk.Y,
        NotBefore = key.NotBefore.ToUnixTimeSeconds(),
        Expires = key.Expires.ToUnixTimeSeconds(),
    };
}
