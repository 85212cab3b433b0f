using System.Data.Common;
using HealthBao.HealthCode.Feeds.HomeObservation;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>The state of observation in SQL: what is in force. What waits, for its list or for a second office, carries the name of its batch (<see cref="EntryTable"/>).</summary>
internal static class ObservationTable
{
    /// <summary>At least so long does a home observation last (docs/healthcode.md).</summary>
    public const long HomeSeconds = 14L * 24 * 60 * 60;

    public const string Columns = "person, kind, name, since, until, authority, reason, feed, file, line, generation, entered, word, batch";

    /// <summary>A batch is in force when a second office has approved it.</summary>
    public const string IsInForce = "(observation.batch IS NULL OR observation.batch IN (SELECT a.batch FROM approval a WHERE a.state = 'approved'))";

    /// <summary>The observations of a person that are in force.</summary>
    public static List<Observation> Of(DbConnection connection, PersonKey person) => connection.Rows(
        $"SELECT kind, name, since, until, authority, reason, feed, file, line, generation, word FROM observation WHERE person = @person AND {IsInForce}",
        r => new Observation(
            (ObservationKind)r.GetInt32(0), (ulong)r.GetInt64(1), Instant(r.GetInt64(2)), Instant(r.GetInt64(3)), r.GetString(4), r.GetString(5),
            r.GetString(6), r.GetString(7), r.GetInt64(8), r.GetInt64(9), r.IsDBNull(10) ? null : Instant(r.GetInt64(10))),
        ("@person", person.ToBytes()));

    /// <summary>How many people an office put under observation since an instant on its own.</summary>
    public static long AloneSince(DbConnection connection, string office, ObservationKind kind, long since) => connection.Rows(
        "SELECT COUNT(*) FROM observation WHERE batch IS NULL AND authority = @office AND kind = @kind AND entered >= @since AND reason <> 'released'",
        r => r.GetInt64(0), ("@since", since), ("@office", office), ("@kind", (int)kind))[0];

    /// <summary>Reported anew with a later end, or after the community's word: the observation goes on.</summary>
    public static int Prolong(DbConnection connection, ListRows rows) => connection.Run(
        $"""
        UPDATE observation SET until = l.until, word = CASE WHEN l.since > word THEN NULL ELSE word END
        FROM listed l WHERE l.generation = @generation AND l.state = 1 AND l.person = observation.person AND observation.kind = {(int)ObservationKind.Home}
          AND {IsInForce} AND (l.until > observation.until OR l.since > observation.word)
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
              SELECT 1 FROM observation WHERE observation.person = l.person AND observation.kind = {(int)ObservationKind.Central} AND {IsInForce})
            ON CONFLICT (person, kind) DO UPDATE SET since = excluded.since, until = excluded.until, authority = excluded.authority, reason = excluded.reason,
              feed = excluded.feed, file = excluded.file, line = excluded.line, generation = excluded.generation, word = NULL, batch = NULL
            """,
            ("@feed", rows.Feed), ("@file", rows.File), ("@now", rows.Now), ("@generation", rows.Generation));
        return connection.Run(
            $"""
            DELETE FROM observation WHERE kind = {(int)ObservationKind.Central} AND person IN (SELECT l.person FROM listed l WHERE l.generation = @generation AND l.state = 2)
            """,
            ("@generation", rows.Generation));
    }

    /// <summary>The community's word that a home observation is over. It counts from the day on that the time of observation has passed.</summary>
    public static int End(DbConnection connection, ListRows rows) => connection.Run(
        $"""
        UPDATE observation SET word = @now WHERE kind = {(int)ObservationKind.Home} AND word IS NULL AND {IsInForce}
          AND person IN (SELECT l.person FROM listed l WHERE l.generation = @generation AND l.state = 2)
        """,
        ("@now", rows.Now), ("@generation", rows.Generation));

    /// <summary>An observation that was never right, by the decision of an office above the one that entered it. A later list may enter it anew.</summary>
    public static int Withdraw(DbConnection connection, PersonKey person, ObservationKind kind) =>
        connection.Run("DELETE FROM observation WHERE person = @person AND kind = @kind", ("@person", person.ToBytes()), ("@kind", (int)kind));

    /// <summary>Forgets the home observations that were over, by time and by the community's word, at an instant.</summary>
    public static int ForgetOver(DbConnection connection, long instant) => connection.Run(
        $"DELETE FROM observation WHERE kind = {(int)ObservationKind.Home} AND word <= @instant AND until <= @instant", ("@instant", instant));

    public static void ForgetRows(DbConnection connection, long generation) => connection.Run("DELETE FROM listed WHERE generation = @generation", ("@generation", generation));

    public static bool IsHomeFeed(Observation observation) => observation.Feed == HomeObservationFeed.Name;

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
