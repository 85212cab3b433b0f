using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds;

/// <summary>
/// Kind and number, judged as <see cref="IdentityDocument"/> judges them. Numbers of 18 characters that are sound, nearly all there are,
/// are judged in place; whatever is not goes the long way and gets its fault there.
/// </summary>
internal static class DocumentCells
{
    private const int MaxLength = 64;

    private static ReadOnlySpan<byte> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static RowFaultKind? ReadKind(ReadOnlySpan<byte> cell, FeedRow row)
    {
        if (cell.IsEmpty) return RowFaultKind.KindMissing;
        var known = DocumentCodes.TryRead(cell, out var kind) || (cell.Length < MaxLength && DocumentTypes.TryParse(Encoding.Latin1.GetString(cell), out kind));
        row.Kind = kind;
        return known ? null : RowFaultKind.KindUnknown;
    }

    /// <param name="cell">The number.</param>
    /// <param name="charset">The file's.</param>
    /// <param name="row">Its kind is read already.</param>
    /// <param name="today"><c>yyyyMMdd</c> as a number: nobody is born later.</param>
    public static RowFaultKind? ReadNumber(ReadOnlySpan<byte> cell, FeedCharset charset, FeedRow row, int today)
    {
        if (cell.IsEmpty) return RowFaultKind.NumberMissing;
        if (row.Kind != DocumentType.ResidentId || !IsResidentId(cell))
        {
            if (ReadSlowly(cell, charset, row) is { } fault) return fault;
        }
        else
        {
            cell.CopyTo(row.NumberBuffer);
            row.NumberLength = cell.Length;
        }

        return row.NumberLength == 18 && BirthOf(row.Number) > today ? RowFaultKind.NumberUnborn : null;
    }

    // GB 11643-1999; ISO 7064:1983 MOD 11-2.
    internal static bool IsResidentId(ReadOnlySpan<byte> number)
    {
        if (number.Length != 18) return false;
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var digit = number[i] - '0';
            if ((uint)digit > 9) return false;
            sum += digit * Weights[i];
        }

        var birth = BirthOf(number);
        var (year, month, day) = (birth / 10000, birth / 100 % 100, birth % 100);
        return "10X98765432"[sum % 11] == number[17] && year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static int BirthOf(ReadOnlySpan<byte> number)
    {
        var birth = 0;
        for (var i = 6; i < 14; i++) birth = (birth * 10) + (number[i] - '0');
        return birth;
    }

    private static RowFaultKind? ReadSlowly(ReadOnlySpan<byte> cell, FeedCharset charset, FeedRow row)
    {
        if (cell.Contains((byte)'*')) return RowFaultKind.NumberMasked;
        if (cell.Contains((byte)'"')) return RowFaultKind.Quote;
        if (cell.Length > MaxLength) return RowFaultKind.NumberLength;
        string typed;
        try
        {
            typed = charset.Strict.GetString(cell);
        }
        catch (DecoderFallbackException)
        {
            return RowFaultKind.Encoding;
        }

        if (typed.Any(char.IsControl)) return RowFaultKind.Control;
        var fault = IdentityDocument.TryCreate(row.Kind, typed, out var document);
        if (document is not null) row.NumberLength = Encoding.ASCII.GetBytes(document.Number, row.NumberBuffer);
        return fault switch
        {
            DocumentFault.None => null,
            DocumentFault.Missing => RowFaultKind.NumberMissing,
            DocumentFault.Length => RowFaultKind.NumberLength,
            DocumentFault.BirthDate => RowFaultKind.NumberBirth,
            DocumentFault.CheckDigit => RowFaultKind.NumberCheck,
            DocumentFault.Prefix => RowFaultKind.NumberPrefix,
            _ => RowFaultKind.NumberCharacters,
        };
    }
}
