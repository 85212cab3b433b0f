using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>
/// Where snapshots lie until their day is over: <c>{source}-{yyyyMMdd}.rows</c>, the tags as they are in memory and an HMAC over
/// source, day and tags. A file appears under its name only when it is whole.
/// </summary>
internal sealed class SnapshotFolder(string directory, string source)
{
    private const int SealLength = 32;

    public bool Has(ShanghaiDay day) => File.Exists(PathOf(day));

    public void Write(Snapshot snapshot)
    {
        Directory.CreateDirectory(directory);
        var temporary = PathOf(snapshot.Day) + ".part";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(MemoryMarshal.AsBytes(snapshot.Rows.AsSpan()));
            file.Write(Seal(snapshot.Day, snapshot.Tags, snapshot.Rows));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(snapshot.Day), overwrite: true);
    }

    /// <summary>Null when the file is not what <see cref="Write"/> left under today's secret.</summary>
    public Snapshot? Load(ShanghaiDay day, PersonTags tags)
    {
        using var file = File.OpenRead(PathOf(day));
        var rowLength = Marshal.SizeOf<RowTag>();
        if (file.Length < SealLength || (file.Length - SealLength) % rowLength != 0) return null;
        var rows = new RowTag[(file.Length - SealLength) / rowLength];
        var seal = new byte[SealLength];
        file.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        file.ReadExactly(seal);
        return CryptographicOperations.FixedTimeEquals(seal, Seal(day, tags, rows)) ? Snapshot.Restored(day, tags, rows) : null;
    }

    public void Purge(ShanghaiDay before)
    {
        if (!Directory.Exists(directory)) return;
        foreach (var path in Directory.EnumerateFiles(directory, $"{source}-*.rows*"))
            if (DayOf(path) is { } day && day.CompareTo(before) < 0)
                File.Delete(path);
    }

    private ShanghaiDay? DayOf(string path)
    {
        var name = Path.GetFileName(path);
        var start = source.Length + 1;
        return name.Length >= start + 8 && ShanghaiDay.TryParseCompact(name.Substring(start, 8), out var day) ? day : null;
    }

    private byte[] Seal(ShanghaiDay day, PersonTags tags, RowTag[] rows)
    {
        using var hash = tags.StartSeal();
        hash.AppendData(Encoding.UTF8.GetBytes($"snapshot|{source}|{day.Compact}|"));
        hash.AppendData(MemoryMarshal.AsBytes(rows.AsSpan()));
        return hash.GetHashAndReset();
    }

    private string PathOf(ShanghaiDay day) => Path.Combine(directory, $"{source}-{day.Compact}.rows");
}
