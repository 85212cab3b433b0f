using System.Collections.Frozen;
using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
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
    private static readonly TimeSpan KeyAfterlife = TimeSpan.FromHours(24);
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile TrustState current = TrustState.Empty;

    public TrustState Current => current;

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
        var rows = await database.Participants.AsNoTracking().OrderBy(p => p.Region).ToListAsync(cancellation);
        var oldest = (now - KeyAfterlife).ToUnixTimeSeconds();
        var dayKeys = (await database.DayKeys.AsNoTracking().Where(k => k.Expires > oldest).ToListAsync(cancellation)).ToLookup(k => k.Region);
        var partners = await database.Partners.AsNoTracking().ToListAsync(cancellation);
        var enrolments = rows.ToFrozenDictionary(r => r.Region, Enrol);
        var listed = rows.Where(r => r.State != "pending").Select(r => List(r, enrolments[r.Region].Participant, dayKeys[r.Region])).ToArray();
        var maps = rows.ToDictionary(r => r.Region, r => ConceptMap.Parse(Encoding.UTF8.GetBytes(r.ConceptMap)));
        var sequence = Math.Max(now.ToUnixTimeMilliseconds(), current.Snapshot.List.Sequence + 1);
        var list = new TrustList(options.Value.Issuer, now, now + ListLife, sequence, listed);
        return new(
            revision, TrustSnapshot.Compile(list, maps, current.Snapshot), TrustListToken.Sign(list, keys.TrustAnchor), enrolments,
            partners.ToFrozenDictionary(p => p.ClientId, p => new Partner(p.ClientId, p.Region, p.Scope.Split(' ').ToFrozenSet(), p.Jwks)));
    }

    private static Enrolment Enrol(ParticipantRow row) => new(
        row.State, Participant.Parse(Encoding.UTF8.GetBytes(row.Participant)), new(new(row.EnrolmentKeyX, row.EnrolmentKeyY)), new(row.AdapterAddress));

    private ListedParticipant List(ParticipantRow row, Participant participant, IEnumerable<DayKeyRow> dayKeys)
    {
        var map = ConceptMap.Parse(Encoding.UTF8.GetBytes(row.ConceptMap));
        return new()
        {
            Region = row.Region,
            Names = participant.Names,
            Issuer = participant.Issuer,
            Endpoint = new Uri(options.Value.PublicAddress, $"/regions/{row.Region}").ToString(),
            State = row.State == "active" ? ParticipantState.Active : ParticipantState.Suspended,
            NativeCodePrefixes = participant.NativeCodePrefixes,
            CityCodeSystems = participant.CityCodeSystems,
            Keys = [.. dayKeys.OrderBy(k => k.NotBefore).Select(ToListedKey)],
            StatusList = participant.Issuer + "/status/",
            ConceptMap = new(map.Version, map.Sha256),
            Telephone = participant.Telephone,
            Contact = participant.Contact,
        };
    }

    private static ListedKey ToListedKey(DayKeyRow row) =>
        new(new(row.X, row.Y), DateTimeOffset.FromUnixTimeSeconds(row.NotBefore), DateTimeOffset.FromUnixTimeSeconds(row.Expires));
}
