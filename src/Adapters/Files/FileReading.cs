using System.Runtime.InteropServices;
using HealthBao.Contracts.Status;
using Sylvan.Data.Csv;

namespace HealthBao.Adapters.Files;

/// <summary>Reads a nightly file once, row by row. Memory grows by 33 bytes a sound row and by nothing else.</summary>
internal sealed class FileReading(NightlyFormat format, ShanghaiDay day, PersonTags tags)
{
    private const int MaxLineCharacters = 64 * 1024;
    private const int BadRowsPerRow = 1000;

    private readonly List<RowTag> rows = [];
    private readonly List<BadRow> badRows = [];
    private readonly string[] cells = new string[format.Header.Count];
    private long badRowCount;
    private long count;
    private bool endsWithLine;
    private string digest = "";

    public Span<RowTag> Tags => CollectionsMarshal.AsSpan(rows);

    public FileReceipt Accept() => new(true, count, badRowCount, badRows, null);

    public FileReceipt Refuse(FileRefusal reason) => new(false, count, badRowCount, badRows, reason);

    /// <summary>Reads to the end, or to the first thing that no row can be blamed for.</summary>
    public async Task<FileRefusal?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var watched = new WatchedStream(stream);
        using var text = new StreamReader(watched, ChineseEncodings.Gb18030Marking, detectEncodingFromByteOrderMarks: false, MaxLineCharacters, leaveOpen: true);
        try
        {
            await using var reader = await CsvDataReader.CreateAsync(text, Dialect(), cancellation);
            if (!await reader.ReadAsync(cancellation) || !IsHeader(reader)) return FileRefusal.WrongHeader;
            while (await reader.ReadAsync(cancellation))
            {
                if (watched.IsBroken) return FileRefusal.BrokenLines;
                Take(reader);
            }
        }
        catch (Exception e) when (e is CsvFormatException or CsvRecordTooLargeException or CsvMissingHeadersException)
        {
            return FileRefusal.BrokenLines;
        }

        (endsWithLine, digest) = (watched.EndsWithLine, watched.Finish());
        return watched.IsBroken ? FileRefusal.BrokenLines : null;
    }

    /// <summary>Null when the file is what its <c>.ok</c> promised and sound enough.</summary>
    public FileRefusal? Judge(OkFile promised)
    {
        var isShort = count < promised.Rows || !endsWithLine;
        if (digest != promised.Sm3) return isShort ? FileRefusal.ShortFile : FileRefusal.WrongDigest;
        if (!endsWithLine) return FileRefusal.ShortFile;
        if (count != promised.Rows) return FileRefusal.WrongRowCount;
        // No city has nobody: an empty list would make strangers of everybody.
        if (count == 0) return FileRefusal.ShortFile;
        return badRowCount * BadRowsPerRow > count ? FileRefusal.TooManyBadRows : null;
    }

    // A quote is a character like any other here: a stray one must not swallow the rows behind it.
    private static CsvDataReaderOptions Dialect() => new()
    {
        HasHeaders = false,
        Delimiter = ',',
        Quote = '\0',
        Comment = '\0',
        MaxBufferSize = MaxLineCharacters,
        BufferSize = MaxLineCharacters,
        OwnsReader = false,
    };

    private bool IsHeader(CsvDataReader reader)
    {
        if (reader.RowFieldCount != format.Header.Count) return false;
        for (var i = 0; i < format.Header.Count; i++)
            if (!reader.GetFieldSpan(i).SequenceEqual(format.Header[i]))
                return false;

        return true;
    }

    private void Take(CsvDataReader reader)
    {
        count++;
        var reading = Parse(reader);
        if (reading.Row is { } row) Keep(row);
        else Blame(reading.BadColumn);
    }

    private RowReading Parse(CsvDataReader reader)
    {
        if (reader.RowFieldCount != cells.Length) return RowReading.Bad(Math.Min(reader.RowFieldCount, cells.Length) + 1);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetString(i);
            if (cells[i].Contains('\uFFFD')) return RowReading.Bad(i + 1);
        }

        return format.Parse(cells, day);
    }

    private void Keep(NightlyRow row)
    {
        if (row.Document is not { } document) return;
        rows.Add(new(tags.OfDocument(document), tags.OfName(row.Name, document), row.Code, row.UpdatedAt, row.ValidUntil));
    }

    private void Blame(int column)
    {
        if (++badRowCount > FileReceipt.MaxBadRows) return;
        badRows.Add(new(count + 1, column, column <= cells.Length ? format.Header[column - 1] : ""));
    }
}
