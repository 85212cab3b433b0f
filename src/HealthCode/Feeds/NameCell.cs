using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds;

/// <summary>A name, judged as <see cref="PersonName"/> judges it; names of Han characters only without making a text of them.</summary>
internal static class NameCell
{
    private const int PlainLength = 16;

    public static RowFaultKind? Read(ReadOnlySpan<char> name, FeedRow row)
    {
        name = name.Trim();
        if (name.IsEmpty) return RowFaultKind.NameMissing;
        if (name.Length <= PlainLength && !name.ContainsAnyExceptInRange('\u4E00', '\u9FA5'))
        {
            row.NameLength = Encoding.UTF8.GetBytes(name, row.NameBuffer);
            return null;
        }

        if (name.Contains('*')) return RowFaultKind.NameMasked;
        if (name.Contains('"') || name.ContainsAny('“', '”')) return RowFaultKind.Quote;
        if (IsNumber(name)) return RowFaultKind.NameNumber;
        foreach (var c in name) if (char.IsControl(c)) return RowFaultKind.Control;
        var text = name.ToString();
        if (text.EnumerateRunes().Count() > PersonName.MaxLength) return RowFaultKind.NameLong;
        if (!PersonName.TryCreate(text, out var read)) return RowFaultKind.NameCharacters;
        row.NameLength = NameForm.Write(read!.Value, row.NameBuffer);
        return null;
    }

    private static bool IsNumber(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
            if (!char.IsDigit(c) && c is not ('X' or 'x' or ' '))
                return false;

        return true;
    }
}
