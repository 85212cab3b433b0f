namespace HealthBao.HealthCode.Storage;

/// <summary>A generation that is being built, in the order of its keys. Without <see cref="Complete"/> nothing remains of it.</summary>
internal interface ISnapshotLoad : IDisposable
{
    void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value);

    /// <summary>Ends the table, durably; it can be opened from here on, and is asked by nobody until the pointer says so.</summary>
    void Complete();
}
