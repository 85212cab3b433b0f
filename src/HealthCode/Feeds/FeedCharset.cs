using System.Text;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds;

/// <summary>A file's charset. It is told by the header, whose words are known, and never guessed from names.</summary>
internal sealed record FeedCharset(Encoding Encoding, Encoding Strict)
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static readonly FeedCharset Utf8 = new(new UTF8Encoding(false), new UTF8Encoding(false, throwOnInvalidBytes: true));
    public static readonly FeedCharset Gb18030 = new(ChineseEncodings.Gb18030, ChineseEncodings.Gb18030);

    /// <summary>The charset in which the first line is the header of these columns, or null. A byte order mark is no fault.</summary>
    public static FeedCharset? Of(ReadOnlySpan<byte> line, IReadOnlyList<FeedColumn> columns)
    {
        if (line.StartsWith(Mark)) line = line[Mark.Length..];
        if (line.SequenceEqual(FeedColumn.Header(columns, Utf8.Encoding))) return Utf8;
        return line.SequenceEqual(FeedColumn.Header(columns, Gb18030.Encoding)) ? Gb18030 : null;
    }

    /// <summary>Writes a name's bytes in the form in which names are compared.</summary>
    public RowFaultKind? ReadName(ReadOnlySpan<byte> cell, FeedRow row)
    {
        if (cell.IsEmpty) return RowFaultKind.NameMissing;
        if (ReferenceEquals(this, Utf8) && cell.Length <= 4 * 3 && NameForm.IsPlain(cell) && System.Text.Unicode.Utf8.IsValid(cell))
        {
            cell.CopyTo(row.NameBuffer);
            row.NameLength = cell.Length;
            return null;
        }

        if (cell.Length > NameForm.MaxBytes) return RowFaultKind.NameLong;
        Span<char> chars = stackalloc char[NameForm.MaxBytes];
        if (!TryDecode(cell, chars, out var length)) return RowFaultKind.Encoding;
        return NameCell.Read(chars[..length], row);
    }

    private bool TryDecode(ReadOnlySpan<byte> cell, Span<char> chars, out int length)
    {
        try
        {
            length = Strict.GetChars(cell, chars);
            return true;
        }
        catch (DecoderFallbackException)
        {
            length = 0;
            return false;
        }
    }
}
