namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>How far an import is; looked at while it runs.</summary>
internal sealed class ImportProgress(string file, DateTimeOffset started, long? totalBytes)
{
    private long bytes;
    private long rows;
    private long loaded;

    public string File => file;

    public DateTimeOffset Started => started;

    /// <summary>The length of the file, where it is known.</summary>
    public long? TotalBytes => totalBytes;

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Rows read.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>Rows that stand in the new generation.</summary>
    public long Loaded => Interlocked.Read(ref loaded);

    /// <summary><c>reading</c>, <c>loading</c>, <c>switching</c>, or <c>sweeping</c> what was only needed on the way.</summary>
    public string Phase { get; set; } = "reading";

    /// <summary>Reading counts for two thirds, loading for the rest; null while nothing can be said.</summary>
    public int? Percent => Phase switch
    {
        "reading" => totalBytes is > 0 ? (int)(Bytes * 66 / totalBytes.Value) : null,
        "loading" => Rows == 0 ? 99 : 66 + (int)(Loaded * 33 / Rows),
        _ => 99,
    };

    public void SawBytes(long seen) => Interlocked.Exchange(ref bytes, seen);

    public void SawRows(long more) => Interlocked.Add(ref rows, more);

    public void SawLoaded(long all) => Interlocked.Exchange(ref loaded, all);
}
