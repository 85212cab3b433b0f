using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Feeds;

/// <summary>Times in Asia/Shanghai: <c>yyyyMMdd</c> or <c>yyyy-MM-dd</c> for days, <c>yyyyMMddHHmmss</c> or an instant such as <c>2026-03-01T09:12:00+08:00</c>.</summary>
internal static class TimeCell
{
    private const long DaySeconds = 24 * 60 * 60;

    /// <summary>A time as seconds since 1970; a day is its 00:00.</summary>
    public static RowFaultKind? Read(ReadOnlySpan<byte> cell, out long seconds)
    {
        seconds = 0;
        if (cell.IsEmpty) return RowFaultKind.TimeMissing;
        Span<byte> digits = stackalloc byte[14];
        if (!TryGather(cell, digits, out var count)) return RowFaultKind.TimeFormat;
        var (year, month, day) = (Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));
        var (hour, minute, second) = count == 8 ? (0, 0, 0) : (Number(digits[8..10]), Number(digits[10..12]), Number(digits[12..14]));
        if (year is < 1900 or > 2999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return RowFaultKind.TimeNone;
        if (hour > 23 || minute > 59 || second > 59) return RowFaultKind.TimeNone;
        seconds = new DateTimeOffset(year, month, day, hour, minute, second, ShanghaiDay.Offset).ToUnixTimeSeconds();
        return null;
    }

    /// <summary>A time that has come already and does not lie further back than so many days.</summary>
    public static RowFaultKind? ReadPast(ReadOnlySpan<byte> cell, long now, int days, out long seconds)
    {
        if (Read(cell, out seconds) is { } fault) return fault;
        if (seconds > now + DaySeconds) return RowFaultKind.TimeFuture;
        return seconds < now - (days * DaySeconds) ? RowFaultKind.TimeOld : null;
    }

    private static bool TryGather(ReadOnlySpan<byte> cell, Span<byte> digits, out int count)
    {
        count = 0;
        if (cell.Length == 25)
        {
            if (cell[4] != '-' || cell[7] != '-' || cell[10] != 'T' || cell[13] != ':' || cell[16] != ':' || !cell[19..].SequenceEqual("+08:00"u8)) return false;
            cell = cell[..19];
        }
        else if (cell.Length == 10)
        {
            if (cell[4] != '-' || cell[7] != '-') return false;
        }
        else if (cell.Length is not (8 or 14))
        {
            return false;
        }

        var separated = cell.Length is 10 or 19;
        foreach (var c in cell)
            if (c is >= (byte)'0' and <= (byte)'9') digits[count++] = c;
            else if (!separated) return false;

        return count is 8 or 14;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var d in digits) number = (number * 10) + (d - '0');
        return number;
    }
}
