using System.Globalization;

namespace HealthBao.Contracts.Status;

/// <summary>
/// A calendar day in Asia/Shanghai, the day to whose end every status is valid. The only place that computes "today".
/// The zone has been UTC+8 without daylight saving since 1991, so no time zone database is needed.
/// </summary>
/// <param name="Date">The civil date in Asia/Shanghai.</param>
public readonly record struct ShanghaiDay(DateOnly Date) : IComparable<ShanghaiDay>
{
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

    /// <summary>Reads <c>yyyyMMdd</c>.</summary>
    public static bool TryParseCompact(string? text, out ShanghaiDay day)
    {
        var read = DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = new(date);
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(ShanghaiDay other) => Date.CompareTo(other.Date);

    /// <summary><c>yyyyMMdd</c>.</summary>
    public override string ToString() => Compact;

    /// <summary>An instant as FHIR writes it: <c>yyyy-MM-ddTHH:mm:ss+08:00</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
