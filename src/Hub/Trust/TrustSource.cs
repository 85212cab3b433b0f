using System.Collections.Frozen;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>
/// Holds the current <see cref="TrustState"/> and makes a new one whenever the register's revision grows, on this node or another,
/// and at least every hour, so that the signed list stays young and ended keys leave it.
/// </summary>
public sealed class TrustSource(
    IDbContextFactory<HubDatabase> databases, HubKeys keys, IOptions<HubOptions> options, TimeProvider clock, ILogger<TrustSource> log)
{
    private static readonly TimeSpan ListLife = TimeSpan.FromHours(24);
    private static readonly TimeSpan RegisterPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeyAfterlife = TimeSpan.FromHours(24);
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile TrustState current = TrustState.Empty;
    private long lastRead = long.MinValue / 2;

    public TrustState Current => current;

    /// <summary>Whether the register was read lately; if not, the last known state still stands, but nobody knows for how long.</summary>
    public bool IsRegisterReadable => RegisterAge < RegisterPatience;

    /// <summary>How long ago the register was read last.</summary>
    public TimeSpan RegisterAge => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref lastRead));

    /// <summary>Raised after a new state is in place.</summary>
    public event Action? Changed;

    /// <summary>Looks at the register and takes over what is new.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellation);
            var revision = await database.Revisions.AsNoTracking().Select(r => r.Number).SingleAsync(cancellation);
            Interlocked.Exchange(ref lastRead, TimeProvider.System.GetTimestamp());
            if (revision == current.Revision && IsYoung(current.Snapshot.List)) return;
            current = await LoadAsync(database, revision, cancellation);
            Log.TrustListChanged(log, current.Snapshot.List.Sequence, current.Snapshot.List.Participants.Count, current.Snapshot.List.Participants.Sum(p => p.Keys.Count));
        }
        finally
        {
            refreshing.Release();
        }

        Changed?.Invoke();
    }

    private bool IsYoung(TrustList list) => clock.GetUtcNow() is var now && list.IssuedAt <= now && now < list.IssuedAt.AddHours(1);

    private async Task<TrustState> LoadAsync(HubDatabase database, long revision, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = Readable(await database.Participants.AsNoTracking().OrderBy(p => p.Region).ToListAsync(cancellation), RegisterRows.Of, r => "participant " + r.Region);
        var oldest = (now - KeyAfterlife).ToUnixTimeSeconds();
        var dayKeys = (await database.DayKeys.AsNoTracking().Where(k => k.Expires > oldest).ToListAsync(cancellation)).ToLookup(k => k.Region);
        var partners = (await database.Partners.AsNoTracking().ToListAsync(cancellation)).ToLookup(p => RegisterRows.IsKeySet(p.Jwks));
        foreach (var partner in partners[false]) Log.RowUnreadable(log, "partner " + partner.ClientId);
        var listed = rows.Where(r => r.Enrolment.State != "pending").Select(r => List(r.Enrolment, r.Map, dayKeys[r.Region])).ToArray();
        var maps = rows.ToDictionary(r => r.Region, r => r.Map);
        var sequence = Math.Max(now.ToUnixTimeMilliseconds(), current.Snapshot.List.Sequence + 1);
        var list = new TrustList(options.Value.Issuer, now, now + ListLife, sequence, listed);
        return new(
            revision, TrustSnapshot.Compile(list, maps, current.Snapshot), TrustListToken.Sign(list, keys.TrustAnchor), rows.ToFrozenDictionary(r => r.Region, r => r.Enrolment),
            partners[true].ToFrozenDictionary(p => p.ClientId, p => new Partner(p.ClientId, p.Region, p.Scope.Split(' ').ToFrozenSet(), p.Jwks)));
    }

    private ListedParticipant List(Enrolment enrolment, ConceptMap map, IEnumerable<DayKeyRow> dayKeys)
    {
        var participant = enrolment.Participant;
        return new()
        {
            Region = participant.Region,
            Names = participant.Names,
            Issuer = participant.Issuer,
            Endpoint = new Uri(options.Value.PublicAddress, $"/regions/{participant.Region}").ToString(),
            State = enrolment.State == "active" ? ParticipantState.Active : ParticipantState.Suspended,
            NativeCodePrefixes = participant.NativeCodePrefixes,
            CityCodeSystems = participant.CityCodeSystems,
            Keys = [.. Readable(dayKeys.OrderBy(k => k.NotBefore), RegisterRows.Of, k => $"day key {k.Kid} of {k.Region}")],
            StatusList = participant.Issuer + "/status/",
            ConceptMap = new(map.Version, map.Sha256),
            Telephone = participant.Telephone,
            Contact = participant.Contact,
        };
    }

    // What is there and cannot be read is told and left out; the others stay in force.
    private List<T> Readable<TRow, T>(IEnumerable<TRow> rows, Func<TRow, T?> read, Func<TRow, string> name)
        where T : class
    {
        var readable = new List<T>();
        foreach (var row in rows)
            if (read(row) is { } value) readable.Add(value);
            else Log.RowUnreadable(log, name(row));

        return readable;
    }
}
