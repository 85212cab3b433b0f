using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Trust;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Trust;

/// <summary>Writes the register. Every change raises the revision in the same transaction, so that all nodes see it.</summary>
public sealed class Register(IDbContextFactory<HubDatabase> databases, IOptions<HubOptions> options, TimeProvider clock)
{
    /// <summary>Makes the tables, the revision and the partners named in the configuration.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        await RegisterTables.EnsureAsync(databases, cancellation);
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await BeginAsync(database, cancellation);
        await PartnerRows.ConfigureAsync(database, options.Value.Partners, clock.GetUtcNow(), cancellation);
        if (database.ChangeTracker.HasChanges()) await CommitAsync(database, transaction, cancellation);
    }

    /// <summary>Takes a request to join. A participant that is in the register keeps its state; only its own enrolment key may renew its data.</summary>
    /// <returns>The state after, or null when another key holds the region or the issuer.</returns>
    public async Task<string?> JoinAsync(ParticipantRequest request, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await BeginAsync(database, cancellation);
        var row = await database.Participants.FindAsync([request.Participant.Region], cancellation);
        if (row is not null && (row.EnrolmentKeyX, row.EnrolmentKeyY) != (request.EnrolmentKey.X, request.EnrolmentKey.Y)) return null;
        if (await IsTakenByAnotherAsync(database, request.Participant, cancellation)) return null;
        if (row is null) database.Participants.Add(row = NewRow(request));
        row.Participant = System.Text.Encoding.UTF8.GetString(request.Participant.ToJson());
        row.ConceptMap = request.MapJson;
        row.AdapterAddress = request.AdapterAddress.ToString();
        if (database.ChangeTracker.HasChanges()) await CommitAsync(database, transaction, cancellation);
        return row.State;
    }

    /// <summary>Sets a participant's state.</summary>
    /// <returns>False when the region is not in the register.</returns>
    public async Task<bool> SetStateAsync(string region, string state, string by, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await BeginAsync(database, cancellation);
        if (await database.Participants.FindAsync([region], cancellation) is not { } row) return false;
        row.State = state;
        (row.ApprovedAt, row.ApprovedBy) = (row.ApprovedAt ?? clock.GetUtcNow().ToUnixTimeSeconds(), row.ApprovedBy ?? by);
        await CommitAsync(database, transaction, cancellation);
        return true;
    }

    /// <summary>Adds day keys of a region. A key that stands already stays as it is.</summary>
    /// <returns>False when a key belongs to another region.</returns>
    public async Task<bool> AddKeysAsync(KeyStatement statement, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await BeginAsync(database, cancellation);
        foreach (var key in statement.Keys)
        {
            var row = await database.DayKeys.FindAsync([key.Jwk.Thumbprint], cancellation);
            if (row is not null && row.Region != statement.Region) return false;
            if (row is null) database.DayKeys.Add(NewRow(statement.Region, key));
        }

        if (database.ChangeTracker.HasChanges()) await CommitAsync(database, transaction, cancellation);
        return true;
    }

    /// <summary>Remembers a <c>jti</c>.</summary>
    /// <returns>False when it counted before, on any node.</returns>
    public async Task<bool> UseOnceAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        await database.UsedIds.Where(u => u.Expires < now).ExecuteDeleteAsync(cancellation);
        if (await database.UsedIds.AnyAsync(u => u.Issuer == issuer && u.Id == id, cancellation)) return false;
        database.UsedIds.Add(new() { Issuer = issuer, Id = id, Expires = expires.ToUnixTimeSeconds() });
        try
        {
            await database.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another call with the same id was first, and its row is the proof. Without it the register failed, and that is no replay.
            if (await database.UsedIds.AsNoTracking().AnyAsync(u => u.Issuer == issuer && u.Id == id, cancellation)) return false;
            throw;
        }
    }

    private ParticipantRow NewRow(ParticipantRequest request) => new()
    {
        Region = request.Participant.Region,
        State = "pending",
        Participant = "",
        ConceptMap = "",
        AdapterAddress = "",
        EnrolmentKeyX = request.EnrolmentKey.X,
        EnrolmentKeyY = request.EnrolmentKey.Y,
        RequestedAt = clock.GetUtcNow().ToUnixTimeSeconds(),
    };

    private static DayKeyRow NewRow(string region, ListedKey key) => new()
    {
        Kid = key.Jwk.Thumbprint,
        Region = region,
        X = key.Jwk.X,
        Y = key.Jwk.Y,
        NotBefore = key.NotBefore.ToUnixTimeSeconds(),
        Expires = key.Expires.ToUnixTimeSeconds(),
    };

    private static async Task<bool> IsTakenByAnotherAsync(HubDatabase database, Participant participant, CancellationToken cancellation)
    {
        var others = await database.Participants.Where(p => p.Region != participant.Region).Select(p => p.Participant).ToListAsync(cancellation);
        return others.Select(RegisterRows.ParticipantOf).OfType<Participant>()
            .Any(o => o.Issuer == participant.Issuer || NativeCodePrefixes.Overlap(o.NativeCodePrefixes, participant.NativeCodePrefixes));
    }

    internal static async Task CommitAsync(HubDatabase database, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Raising the revision first locks its row: changes on all nodes come one after the other. What is not committed was not raised.
    internal static async Task<IDbContextTransaction> BeginAsync(HubDatabase database, CancellationToken cancellation)
    {
        var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Revisions.ExecuteUpdateAsync(r => r.SetProperty(x => x.Number, x => x.Number + 1), cancellation);
        return transaction;
    }
}
