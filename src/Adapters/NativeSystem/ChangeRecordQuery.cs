using System.Globalization;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>The question of <c>GET /v1/changes/records</c>.</summary>
/// <param name="From">The first instant; by default a day before <paramref name="To"/>.</param>
/// <param name="To">The instant after the last; by default a second from now.</param>
/// <param name="After">The number that ended the page before.</param>
internal sealed record ChangeRecordQuery(DateTimeOffset From, DateTimeOffset To, long After, int Limit)
{
    public const int MaxLimit = 1000;
    private const int DefaultLimit = 100;

    /// <summary>Reads the query; unknown, doubled and unreadable parameters are faults.</summary>
    public static ChangeRecordQuery? Read(IQueryCollection query, DateTimeOffset now, out IReadOnlyList<RequestFault> faults)
    {
        var found = new List<RequestFault>();
        faults = found;
        DateTimeOffset? from = null, to = null;
        var (after, limit) = (0L, (long)DefaultLimit);
        foreach (var (name, values) in query)
        {
            if (values is not [{ Length: > 0 and <= 64 } value]) found.Add(new("query", "once", "Each parameter may stand once, with a value of at most 64 characters."));
            else if (name == "from") from = Instant(name, value, found);
            else if (name == "to") to = Instant(name, value, found);
            else if (name == "after") after = Number(name, value, long.MaxValue, "It must be the next of the page before.", found);
            else if (name == "limit") limit = Number(name, value, MaxLimit, $"It must be a number from 1 to {MaxLimit}.", found);
            else found.Add(new("query", "unknown-member", "The parameters are from, to, after and limit."));
        }

        var end = to ?? now.AddSeconds(1);
        return found.Count > 0 ? null : new(from ?? end.AddDays(-1), end, after, (int)limit);
    }

    private static DateTimeOffset? Instant(string name, string value, List<RequestFault> faults)
    {
        if (ShanghaiDay.TryParseInstant(value, out var instant)) return instant;
        faults.Add(new(name, "format", "It must be an instant such as 2026-03-01T00:00:00+08:00 (with + written as %2B)."));
        return null;
    }

    private static long Number(string name, string value, long max, string detail, List<RequestFault> faults)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= max) return number;
        faults.Add(new(name, "format", detail));
        return 0;
    }
}
