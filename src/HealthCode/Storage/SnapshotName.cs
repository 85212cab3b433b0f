using System.Globalization;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Storage;

/// <summary>One generation of a feed: a sorted, immutable table that is built beside the one in force.</summary>
/// <param name="Feed">The feed's code, for example <c>registration</c>.</param>
/// <param name="Generation">Grows by one with every import.</param>
/// <param name="Day">The day with which it ends; null where it lasts.</param>
internal sealed record SnapshotName(string Feed, long Generation, ShanghaiDay? Day)
{
    private const string Prefix = "feed_";

    /// <summary>For example <c>feed_registration_7</c> or <c>feed_20260301_central-observation_9</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{(Day is { } day ? day.Compact + "_" : "")}{Feed}_{Generation}");

    public static SnapshotName? Parse(string text)
    {
        var parts = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..].Split('_') : [];
        if (parts.Length is not (2 or 3) || !long.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var generation)) return null;
        if (parts.Length == 2) return new(parts[0], generation, null);
        return ShanghaiDay.TryParseCompact(parts[0], out var day) ? new(parts[1], generation, day) : null;
    }
}
