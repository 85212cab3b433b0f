using System.Data.Common;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds;

/// <summary>The pointers: which generation of each feed is in force for which day. A generation that no pointer names is in force for nobody.</summary>
internal static class FeedTable
{
    public static void Point(DbConnection connection, SnapshotName name, ShanghaiDay day, string file, long people, DateTimeOffset at) => connection.Run(
        """
        INSERT INTO in_force (feed, day, generation, file, people, at) VALUES (@feed, @day, @generation, @file, @people, @at)
        ON CONFLICT (feed, day) DO UPDATE SET generation = excluded.generation, file = excluded.file, people = excluded.people, at = excluded.at
        """,
        ("@feed", name.Feed), ("@day", day.Compact), ("@generation", name.Generation), ("@file", file), ("@people", people), ("@at", at.ToUnixTimeSeconds()));

    public static void Forget(DbConnection connection, FeedInForce old) =>
        connection.Run("DELETE FROM in_force WHERE feed = @feed AND day = @day AND generation = @generation", ("@feed", old.Feed), ("@day", old.Day.Compact), ("@generation", old.Generation));

    public static List<(string Feed, ShanghaiDay Day, long Generation, string File, long People, DateTimeOffset At)> All(DbConnection connection) => connection.Rows(
        "SELECT feed, day, generation, file, people, at FROM in_force ORDER BY feed, day",
        r => (r.GetString(0), ShanghaiDay.TryParseCompact(r.GetString(1), out var day) ? day : throw new InvalidOperationException("A pointer holds no day."),
            r.GetInt64(2), r.GetString(3), r.GetInt64(4), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(5))));
}
