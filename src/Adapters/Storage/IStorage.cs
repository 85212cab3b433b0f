using System.Data.Common;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>Where databases lie: one per Beijing day, dropped whole, and a small one that stays. The SQL is the same everywhere.</summary>
internal interface IStorage
{
    /// <summary>A day's database, made when absent.</summary>
    DbDataSource OpenDay(ShanghaiDay day);

    /// <summary>The days whose databases exist.</summary>
    IReadOnlyList<ShanghaiDay> Days();

    /// <summary>Destroys a day's database with everything in it.</summary>
    void DropDay(ShanghaiDay day);

    /// <summary>The database that stays.</summary>
    DbDataSource OpenLasting();

    /// <summary>Makes what is written through a connection durable at commit.</summary>
    void Harden(DbConnection connection);
}
