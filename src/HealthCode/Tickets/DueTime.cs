using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Tickets;

/// <summary>By when an answer is due: so many working hours after the request, counted while desks are open.</summary>
internal static class DueTime
{
    // A calendar without working days cannot be configured; one of holidays only must not be walked for ever.
    private const int MostDays = 3660;

    public static DateTimeOffset Of(DateTimeOffset opened, int hours, TicketOptions options)
    {
        var left = TimeSpan.FromHours(hours);
        var day = ShanghaiDay.At(opened);
        for (var walked = 0; walked < MostDays; walked++, day = day.Next)
        {
            if (!IsWorked(day, options)) continue;
            var (opens, closes) = (day.Start.AddHours(options.Opens), day.Start.AddHours(options.Closes));
            var from = opened > opens ? opened : opens;
            if (from >= closes) continue;
            if (from + left <= closes) return from + left;
            left -= closes - from;
        }

        return day.Start;
    }

    private static bool IsWorked(ShanghaiDay day, TicketOptions options) =>
        (options.WorkingDays.Count == 0 || options.WorkingDays.Contains((int)day.Date.DayOfWeek)) && !options.Holidays.Contains(day.Compact);
}
