using System.Globalization;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>健康宝's times: <c>MM-dd HH:mm</c> in Asia/Shanghai, without a year, and with <c>24:00</c> for the end of a day.</summary>
public static class BeijingTime
{
    private const string EndOfDay = " 24:00";

    // Beyond half a year the nearest year would be a guess.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(183);

    /// <summary>Reads a time as the instant nearest to now; 31 December 24:00 is the first of January.</summary>
    public static bool TryRead(string? text, DateTimeOffset now, out DateTimeOffset instant)
    {
        instant = default;
        if (text is not { Length: 11 }) return false;
        var ends = text.EndsWith(EndOfDay, StringComparison.Ordinal);
        var civil = ends ? string.Concat(text.AsSpan(0, 5), " 00:00") : text;
        var (year, nearest) = (ShanghaiDay.At(now).Date.Year, Farthest);
        for (var candidate = year - 1; candidate <= year + 1; candidate++)
        {
            if (!TryReadIn(candidate, civil, out var at)) continue;
            if (ends) at = at.AddDays(1);
            if ((at - now).Duration() >= nearest) continue;
            (instant, nearest) = (at, (at - now).Duration());
        }

        return nearest < Farthest;
    }

    // 29 February does not exist in every year.
    private static bool TryReadIn(int year, string civil, out DateTimeOffset at)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{civil}");
        var read = DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        at = read ? new(local, ShanghaiDay.Offset) : default;
        return read;
    }
}
