using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Files;

/// <summary>How one source writes its nightly file: GB18030, CRLF, comma, a header, no quoting.</summary>
/// <param name="Source">The source's name, for example <c>xingtai</c>.</param>
/// <param name="Prefix">What stands before <c>yyyyMMdd.csv</c> in the file name.</param>
/// <param name="Header">The header, cell by cell.</param>
/// <param name="Parse">Reads a row of as many cells as the header has.</param>
public sealed record NightlyFormat(string Source, string Prefix, IReadOnlyList<string> Header, Func<string[], ShanghaiDay, RowReading> Parse)
{
    private const string Suffix = ".csv";

    /// <summary>The day in a file name such as <c>XT_JKM_20200301.csv</c>.</summary>
    public bool TryReadDay(string fileName, out ShanghaiDay day)
    {
        day = default;
        return fileName.StartsWith(Prefix, StringComparison.Ordinal)
            && fileName.EndsWith(Suffix, StringComparison.Ordinal)
            && fileName.Length == Prefix.Length + 8 + Suffix.Length
            && ShanghaiDay.TryParseCompact(fileName.Substring(Prefix.Length, 8), out day);
    }
}
