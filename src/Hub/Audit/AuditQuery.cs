using System.Globalization;
using HealthBao.Contracts.Problems;
using Microsoft.Extensions.Primitives;

namespace HealthBao.Hub.Audit;

/// <summary>The question of <c>GET /v1/audit</c>.</summary>
/// <param name="From">The first instant; by default a day before <paramref name="To"/> or now.</param>
/// <param name="To">The instant after the last; by default none is left out.</param>
/// <param name="After">Where the page before ended.</param>
internal sealed record AuditQuery(DateTimeOffset From, DateTimeOffset To, AuditCursor? After, int Limit, AuditFilter Filter)
{
    public const int MaxLimit = 1000;
    private const int DefaultLimit = 100;
    private const int MaxValue = 256;

    /// <summary>Reads the query; unknown, doubled and unreadable parameters are faults, so that no filter is silently ignored.</summary>
    public static AuditQuery? Read(IQueryCollection query, DateTimeOffset now, out IReadOnlyList<RequestFault> faults)
    {
        var found = new List<RequestFault>();
        faults = found;
        DateTimeOffset? from = null, to = null;
        AuditCursor? after = null;
        var limit = DefaultLimit;
        var filter = new AuditFilter();
        foreach (var (name, values) in query)
        {
            if (values.Count != 1 || values[0] is not { Length: > 0 and <= MaxValue } value) found.Add(new(Printable(name), "once", "It may stand once, with a value of at most 256 characters."));
            else if (name == "from") from = Instant(value) ?? Fault<DateTimeOffset>(found, name, "It must be an instant such as 2026-03-01T00:00:00+08:00 (with + written as %2B).");
            else if (name == "to") to = Instant(value) ?? Fault<DateTimeOffset>(found, name, "It must be an instant such as 2026-03-01T00:00:00+08:00 (with + written as %2B).");
            else if (name == "after") after = AuditCursor.TryParse(value, out var cursor) ? cursor : Fault<AuditCursor>(found, name, "It must be the next of the page before.");
            else if (name == "limit") limit = LimitOf(value) ?? Fault<int>(found, name, $"It must be a number from 1 to {MaxLimit}.") ?? 0;
            else if (name == "kind" && !AuditKind.All.Contains(value)) found.Add(new(name, "unknown", "It must be one of: " + string.Join(' ', AuditKind.All)));
            else if (AuditFilter.Members.Contains(name)) filter.Require(name, value);
            else found.Add(new(Printable(name), "unknown", "Filters are: from to after limit " + string.Join(' ', AuditFilter.Members)));
        }

        if (from > to) found.Add(new("from", "after-to", "from must not lie after to."));
        return found.Count == 0 ? new(from ?? (to ?? now).AddDays(-1), to ?? DateTimeOffset.MaxValue, after, limit, filter) : null;
    }

    // A parameter's name is the caller's text too: only what looks like a name is repeated.
    private static string Printable(string name) => name.Length <= 32 && name.All(char.IsAsciiLetter) ? name : "(unknown)";

    private static DateTimeOffset? Instant(StringValues text) =>
        DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.fffzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static int? LimitOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit : null;

    private static T? Fault<T>(List<RequestFault> found, string name, string detail)
        where T : struct
    {
        found.Add(new(name, "format", detail));
        return null;
    }
}
