using System.Data.Common;
using HealthBao.HealthCode.Feeds.HomeObservation;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The state of observation in SQL. What waits for a second office (<c>batch</c>) is in force for nobody and never read here.</summary>
internal static class ObservationTable
{
    /// <summary>At least so long does a home observation last (docs/healthcode.md).</summary>
    public const long HomeSeconds = 14L * 24 * 60 * 60;

    private const string Columns = "person, kind, name, since, until, authority, reason, feed, file, line, generation, entered, word, batch";

    /// <summary>The observations of a person that are in force.</summary>
    public static List<Observation> Of(DbConnection connection, PersonKey person) => connection.Rows(
        "SELECT kind, name, since, until, authority, reason, feed, file, line, generation, word FROM observation WHERE person = @person AND batch IS NULL",
        r => new Observation(
            (ObservationKind)r.GetInt32(0), (ulong)r.GetInt64(1), Instant(r.GetInt64(2)), Instant(r.GetInt64(3)), r.GetString(4), r.GetString(5),
            r.GetString(6), r.GetString(7), r.GetInt64(8), r.GetInt64(9), r.IsDBNull(10) ? null : Instant(r.GetInt64(10))),
        ("@person", person.ToBytes()));

    /// <summary>How many people each office newly puts under an observation by the rows of a generation.</summary>
    public static List<(string Office, long People)> NewByOffice(DbConnection connection, ListRows rows) => connection.Rows(
        $"""
        SELECT authority, COUNT(*) FROM listed l WHERE generation = @generation AND state = 1 AND NOT EXISTS (
          SELECT 1 FROM observation o WHERE o.person = l.person AND o.kind = {(int)rows.Kind}) GROUP BY authority ORDER BY authority
        """,
        r => (r.GetString(0), r.GetInt64(1)), ("@generation", rows.Generation));

    /// <summary>How many people an office put under observation since an instant on its own.</summary>
    public static long AloneSince(DbConnection connection, string office, ObservationKind kind, long since) => connection.Rows(
        "SELECT COUNT(*) FROM observation WHERE entered >= @since AND authority = @office AND kind = @kind AND approved IS NULL AND batch IS NULL AND reason <> 'released'",
        r => r.GetInt64(0), ("@since", since), ("@office", office), ("@kind", (int)kind))[0];

    /// <summary>Enters the people whom an office newly names; held for a batch, or at once.</summary>
    public static int Enter(DbConnection connection, ListRows rows, string office, string? batch) => connection.Run(
        $"""
        INSERT INTO observation ({Columns})
        SELECT l.person, {(int)rows.Kind}, l.name, l.since, CASE WHEN l.until > l.since + {HomeSeconds} THEN l.until ELSE l.since + {HomeSeconds} END, l.authority, l.reason,
          @feed, @file, l.line, l.generation, @now, CAST(NULL AS BIGINT), CAST(@batch AS TEXT)
        FROM listed l WHERE l.generation = @generation AND l.state = 1 AND l.authority = @office AND NOT EXISTS (
          SELECT 1 FROM observation o WHERE o.person = l.person AND o.kind = {(int)rows.Kind})
        """,
        ("@feed", rows.Feed), ("@file", rows.File), ("@now", rows.Now), ("@batch", batch), ("@generation", rows.Generation), ("@office", office));

    /// <summary>Reported anew with a later end, or after the community's word: the observation goes on.</summary>
    public static int Prolong(DbConnection connection, ListRows rows) => connection.Run(
        $"""
        UPDATE observation SET until = l.until, word = CASE WHEN l.since > word THEN NULL ELSE word END
        FROM listed l WHERE l.generation = @generation AND l.state = 1 AND l.person = observation.person AND observation.kind = {(int)ObservationKind.Home}
          AND observation.batch IS NULL AND (l.until > observation.until OR l.since > observation.word)
        """,
        ("@generation", rows.Generation));

    /// <summary>Released from central observation: home observation first, for two weeks and until the community's word.</summary>
    public static int Release(DbConnection connection, ListRows rows)
    {
        connection.Run(
            $"""
            INSERT INTO observation ({Columns})
            SELECT l.person, {(int)ObservationKind.Home}, l.name, l.since, l.since + {HomeSeconds}, l.authority, 'released', @feed, @file, l.line, l.generation, @now, CAST(NULL AS BIGINT), CAST(NULL AS TEXT)
            FROM listed l WHERE l.generation = @generation AND l.state = 2 AND EXISTS (
              SELECT 1 FROM observation o WHERE o.person = l.person AND o.kind = {(int)ObservationKind.Central} AND o.batch IS NULL)
            ON CONFLICT (person, kind) DO UPDATE SET since = excluded.since, until = excluded.until, authority = excluded.authority, reason = excluded.reason,
              feed = excluded.feed, file = excluded.file, line = excluded.line, generation = excluded.generation, word = NULL, batch = NULL
            """,
            ("@feed", rows.Feed), ("@file", rows.File), ("@now", rows.Now), ("@generation", rows.Generation));
        return connection.Run(
            $"""
            DELETE FROM observation WHERE kind = {(int)ObservationKind.Central} AND EXISTS (
              SELECT 1 FROM listed l WHERE l.generation = @generation AND l.state = 2 AND l.person = observation.person)
            """,
            ("@generation", rows.Generation));
    }

    /// <summary>The community's word that a home observation is over. It counts from the day on that the time of observation has passed.</summary>
    public static int End(DbConnection connection, ListRows rows) => connection.Run(
        $"""
        UPDATE observation SET word = @now WHERE kind = {(int)ObservationKind.Home} AND batch IS NULL AND word IS NULL AND EXISTS (
          SELECT 1 FROM listed l WHERE l.generation = @generation AND l.state = 2 AND l.person = observation.person)
        """,
        ("@now", rows.Now), ("@generation", rows.Generation));

    /// <summary>A second office has approved: the people of a batch are under observation from here on.</summary>
    public static int Approve(DbConnection connection, string batch, string office) =>
        connection.Run("UPDATE observation SET batch = NULL, approved = @office WHERE batch = @batch", ("@office", office), ("@batch", batch));

    public static int Discard(DbConnection connection, string batch) => connection.Run("DELETE FROM observation WHERE batch = @batch", ("@batch", batch));

    public static void ForgetRows(DbConnection connection, long generation) => connection.Run("DELETE FROM listed WHERE generation = @generation", ("@generation", generation));

    public static bool IsHomeFeed(Observation observation) => observation.Feed == HomeObservationFeed.Name;

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
