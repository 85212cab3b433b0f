using System.Globalization;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Audit;

/// <summary>A place in the log, as a reader hands it back: <c>{day}-{block}-{line}</c>.</summary>
internal readonly record struct AuditCursor(ShanghaiDay Day, long Block, int Line)
{
    public static bool TryParse(string text, out AuditCursor cursor)
    {
        cursor = default;
        var parts = text.Split('-');
        if (parts.Length != 3 || !ShanghaiDay.TryParseCompact(parts[0], out var day)) return false;
        if (!long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var block)) return false;
        if (!int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return false;
        cursor = new(day, block, line);
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day.Compact}-{Block}-{Line}");
}
