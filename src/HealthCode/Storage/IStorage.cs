using System.Data.Common;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Storage;

/// <summary>Where databases lie: one that lasts, one per Beijing day that is dropped whole, and the generations of the feeds. The SQL is the same everywhere.</summary>
internal interface IStorage
{
    DbDataSource OpenLasting();

    /// <summary>A day's database, made when absent.</summary>
    DbDataSource OpenDay(ShanghaiDay day);

    /// <summary>The days whose databases exist.</summary>
    IReadOnlyList<ShanghaiDay> Days();

    /// <summary>Destroys a day's database with everything in it.</summary>
    void DropDay(ShanghaiDay day);

    /// <summary>Makes what is written through a connection durable at commit.</summary>
    void Harden(DbConnection connection);

    /// <summary>Writes many rows into a table at once, outside or inside a transaction of the connection's.</summary>
    void Fill(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>Begins a generation beside the ones in force.</summary>
    ISnapshotLoad Load(SnapshotName name);

    Snapshot Open(SnapshotName name);

    /// <summary>Every generation there is, in force or left over.</summary>
    IReadOnlyList<SnapshotName> Snapshots();

    void Drop(SnapshotName name);
}
