using System.Data.Common;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Revocation;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>One Beijing day: its key and secrets, the passes issued and what became of them. Gone, whole, after the day.</summary>
internal sealed class DayStore : IAsyncDisposable
{
    private readonly DbDataSource source;
    private readonly GroupCommit writer;
    private readonly IndexCounter counter;
    private readonly IndexPermutation permutation;
    private readonly ChangeMarks marks = new();
    private readonly List<SigningKey> retired = [];
    private volatile SigningKey key;

    private DayStore(ShanghaiDay day, DbDataSource source, DbConnection connection, int block, DaySecrets secrets)
    {
        (Day, key, Tags, this.source) = (day, secrets.Key, new(secrets.Secret), source);
        permutation = new(secrets.Permutation, block);
        Status = new(block, secrets.Version, PassTable.Marked(connection), secrets.Reserved);
        writer = new(connection, Status.Tell);
        counter = new(writer, secrets.Reserved);
    }

    public ShanghaiDay Day { get; }

    /// <summary>The key in use. To be read after <see cref="Epoch"/>, so that a pass of a key that was replaced meanwhile is not recorded.</summary>
    public SigningKey Key => key;

    public DayTags Tags { get; }

    /// <summary>The states of the day's passes, in memory.</summary>
    public DayStatus Status { get; }

    /// <summary>Grows with every change of a person's status; to be read before the source is asked.</summary>
    public long Epoch => marks.Epoch;

    public static DayStore Open(IStorage storage, ShanghaiDay day, int block, out bool made)
    {
        var source = storage.OpenDay(day);
        var connection = source.OpenConnection();
        storage.Harden(connection);
        using var transaction = connection.BeginTransaction();
        connection.Run(DaySchema.Text);
        var secrets = DaySecrets.Of(connection, out made);
        transaction.Commit();
        return new(day, source, connection, block, secrets);
    }

    /// <summary>The place of a new pass; the block after it is published before it is given out.</summary>
    public async Task<int> TakeIndexAsync()
    {
        var count = await counter.TakeAsync();
        Status.Reach(count + 1);
        return permutation.IndexOf(count);
    }

    public IssuedPass? FindByCode(byte[] code) => Read(c => PassTable.FindByCode(c, Day, code));

    public IssuedPass? FindSame(PassClaim claim) => Read(c => PassTable.FindSame(c, Day, claim));

    /// <summary>Whether the database answers.</summary>
    /// <exception cref="DbException">It does not.</exception>
    public bool Answers() => Read(PassTable.Version) >= 0;

    public long CountPasses() => Read(PassTable.Count);

    /// <summary>
    /// Records a pass, durably, unless the person has one already that says the same; what says otherwise is superseded in the same transaction.
    /// </summary>
    /// <param name="claim">The source's answer.</param>
    /// <param name="made">The pass made of it; null to use the one there is.</param>
    /// <returns>The pass to hand out; null when the answer was overtaken by a change and the source must be asked again.</returns>
    public async Task<IssuedPass?> RecordAsync(PassClaim claim, IssuedPass? made) =>
        (await writer.WriteAsync(c => Record(c, claim, made), r => Status.Apply(r.Change))).Pass;

    /// <summary>
    /// Finds the passes that a told change concerns. From here on an answer that was asked for before is stale, so none joins them later.
    /// </summary>
    public Task<StandingPasses> FindStandingAsync(ChangeClaim claim) => writer.WriteAsync(c => FindStanding(c, claim));

    /// <summary>Brings a told change into force, durably, and remembers that it was told.</summary>
    /// <param name="claim">What was told.</param>
    /// <param name="indexes">The passes it was recorded with.</param>
    /// <param name="record">The number of its record.</param>
    public Task ApplyAsync(ChangeClaim claim, IReadOnlyList<int> indexes, long record) => writer.WriteAsync(c => Apply(c, claim, indexes, record), Status.Apply);

    /// <summary>Puts another key in the place of the day's, and supersedes every pass that the old one signed, in one transaction.</summary>
    public async Task RekeyAsync()
    {
        var next = SigningKey.Create();
        await writer.WriteAsync(c => Rekey(c, next), change =>
        {
            retired.Add(key);
            key = next;
            // Once more: a question asked since the transaction began may still have seen the old key.
            marks.MarkAll();
            Status.Apply(change);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await source.DisposeAsync();
        counter.Dispose();
        Status.Close();
        foreach (var old in retired.Append(key)) old.Dispose();
    }

    private StatusChange? Rekey(DbConnection connection, SigningKey next)
    {
        marks.MarkAll();
        connection.Run("UPDATE day SET pkcs8 = @pkcs8", ("@pkcs8", next.ToPkcs8()));
        return Change(connection, PassTable.SupersedeAll(connection), PassState.Superseded);
    }

    private (IssuedPass? Pass, StatusChange? Change) Record(DbConnection connection, PassClaim claim, IssuedPass? made)
    {
        if (marks.IsStale(claim)) return default;
        var pass = PassTable.FindSame(connection, Day, claim);
        if (pass is null && made is null) return default;
        var change = Change(connection, PassTable.Supersede(connection, claim.Subject, claim.Says), PassState.Superseded);
        if (change is not null) marks.Mark(claim.Subject);
        if (pass is null) PassTable.Insert(connection, claim, made!);
        PassTable.Link(connection, claim, (pass ?? made)!.Index);
        return (pass ?? made, change);
    }

    private StandingPasses FindStanding(DbConnection connection, ChangeClaim claim)
    {
        if (ToldTable.Find(connection, claim) is { } told) return new([], told);
        byte[][] subjects = claim.Document is null ? [claim.Subject] : [claim.Subject, .. PassTable.Subjects(connection, claim.Document)];
        marks.Mark(claim.Document is null ? subjects : [.. subjects, claim.Document]);
        return new([.. subjects.SelectMany(s => PassTable.Standing(connection, s)).Distinct()]);
    }

    private static StatusChange? Apply(DbConnection connection, ChangeClaim claim, IReadOnlyList<int> indexes, long record)
    {
        ToldTable.Add(connection, claim, indexes.Count, record);
        return Change(connection, [.. indexes.Where(i => PassTable.SetState(connection, i, claim.State))], claim.State);
    }

    private static StatusChange? Change(DbConnection connection, List<int> indexes, PassState state) =>
        indexes.Count == 0 ? null : new(PassTable.RaiseVersion(connection), indexes, state);

    private T Read<T>(Func<DbConnection, T> query)
    {
        using var connection = source.OpenConnection();
        return query(connection);
    }
}
