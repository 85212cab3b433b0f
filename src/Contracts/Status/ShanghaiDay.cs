using System.Globalization;

namespace HealthBao.Contracts.Status;

/// <summary>
/// A calendar day in Asia/Shanghai, the day to whose end every status is valid. The only place that computes "today".
/// The zone has been UTC+8 without daylight saving since 1991, so no time zone database is needed.
/// </summary>
/// <param name="Date">The civil date in Asia/Shanghai.</param>
public readonly record struct ShanghaiDay(DateOnly Date) : IComparable<ShanghaiDay>
{
    /// <summary>The last second (since 1970) whose day has an end that the calendar can tell: 9999-12-30T23:59:59+08:00.</summary>
    internal const long LastSecond = 253402185599;

    /// <summary>UTC+08:00.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    /// <summary>The day to which an instant belongs. 24:00 belongs to the next day.</summary>
    public static ShanghaiDay At(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime));

    /// <summary>00:00:00+08:00 of this day.</summary>
    public DateTimeOffset Start => new(Date.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>24:00 of this day, written as 00:00:00+08:00 of the next.</summary>
    public DateTimeOffset End => Next.Start;

    /// <summary>The day after.</summary>
    public ShanghaiDay Next => new(Date.AddDays(1));

    /// <summary>The day before.</summary>
    public ShanghaiDay Previous => new(Date.AddDays(-1));

    /// <summary><c>yyyyMMdd</c>, as in status list addresses and <c>rid</c>.</summary>
    public string Compact => Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>yyyyMMdd</c>, a day that has a day before and after it in the calendar.</summary>
    public static bool TryParseCompact(string? text, out ShanghaiDay day)
    {
        var read = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        read = read && date > DateOnly.MinValue.AddDays(1) && date < DateOnly.MaxValue.AddDays(-1);
        day = read ? new(date) : default;
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(ShanghaiDay other) => Date.CompareTo(other.Date);

    /// <summary><c>yyyyMMdd</c>.</summary>
    public override string ToString() => Compact;

    /// <summary>An instant as FHIR writes it: <c>yyyy-MM-ddTHH:mm:ss+08:00</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Reads an instant as <see cref="Format"/> writes it and in no other form.</summary>
    public static bool TryParseInstant(ReadOnlySpan<char> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length != 25 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !text[19..].SequenceEqual("+08:00")) return false;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;
        var local = new DateTime(year, month, day, hour, minute, second);
        if (local.Ticks < Offset.Ticks) return false;
        instant = new(local, Offset);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
