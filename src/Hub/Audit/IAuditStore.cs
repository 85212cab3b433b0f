using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Audit;

/// <summary>Where blocks lie: one container per Beijing day, dropped whole.</summary>
internal interface IAuditStore : IDisposable
{
    /// <summary>Appends a block durably, chained to the last one of any node.</summary>
    /// <exception cref="System.Data.Common.DbException">It cannot.</exception>
    /// <exception cref="IOException">It cannot.</exception>
    void Append(ShanghaiDay day, DateTimeOffset at, int entries, byte[] lines);

    /// <summary>The days there are, in order.</summary>
    IReadOnlyList<ShanghaiDay> Days();

    /// <summary>A day's blocks after a number, in order.</summary>
    IEnumerable<AuditBlock> Read(ShanghaiDay day, long after, long from, long to);

    AuditHead Head(ShanghaiDay day);

    void Drop(ShanghaiDay day);
}
