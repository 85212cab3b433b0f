using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>How files are named: <c>{feed}-{region}-{yyyyMMdd}.csv</c>, for example <c>central-observation-110000-20260301.csv</c>.</summary>
internal static class FeedFileName
{
    private const string Suffix = ".csv";

    public static string Of(Feed feed, string region, ShanghaiDay day) => $"{feed.Code}-{region}-{day.Compact}{Suffix}";

    public static bool TryRead(string name, string region, out Feed feed, out ShanghaiDay day)
    {
        (feed, day) = (null!, default);
        foreach (var one in Feed.All)
        {
            var prefix = $"{one.Code}-{region}-";
            if (!name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(Suffix, StringComparison.Ordinal) || name.Length != prefix.Length + 8 + Suffix.Length) continue;
            feed = one;
            return ShanghaiDay.TryParseCompact(name.Substring(prefix.Length, 8), out day);
        }

        return false;
    }
}
