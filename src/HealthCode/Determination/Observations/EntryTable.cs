using System.Data.Common;
using System.Globalization;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>
/// People on their way into observation, in SQL. They are entered beside what is in force, under a batch for each office, so that bringing
/// many into force is the matter of an instant.
/// </summary>
internal static class EntryTable
{
    private const int FirstBytes = 256;

    /// <summary>Enters the people of a list whom nothing names yet, one part of several at a time.</summary>
    /// <param name="parts">How many parts: a divisor of 256.</param>
    public static int Enter(DbConnection connection, ListRows rows, int part, int parts) => connection.Run(
        $"""
        INSERT INTO observation ({ObservationTable.Columns})
        SELECT l.person, {(int)rows.Kind}, l.name, l.since,
          CASE WHEN l.until > l.since + {ObservationTable.HomeSeconds} THEN l.until ELSE l.since + {ObservationTable.HomeSeconds} END, l.authority, l.reason,
          @feed, @file, l.line, l.generation, @now, CAST(NULL AS BIGINT), @prefix || REPLACE(l.authority, '/', '-')
        FROM listed l WHERE l.generation = @generation AND l.state = 1 AND l.person >= @from AND l.person <= @to AND NOT EXISTS (
          SELECT 1 FROM observation o WHERE o.person = l.person AND o.kind = {(int)rows.Kind})
        """,
        ("@feed", rows.Feed), ("@file", rows.File), ("@now", rows.Now), ("@prefix", Prefix(rows)), ("@generation", rows.Generation),
        ("@from", Bound(part * FirstBytes / parts, 0)), ("@to", Bound(((part + 1) * FirstBytes / parts) - 1, 0xFF)));

    /// <summary>What a list that is still being entered says of a person gives way to what is told of that person by call.</summary>
    public static void GiveWay(DbConnection connection, ListRows rows) => connection.Run(
        $"""
        DELETE FROM observation WHERE kind = {(int)rows.Kind} AND batch IS NOT NULL AND batch NOT IN (SELECT a.batch FROM approval a)
          AND person IN (SELECT l.person FROM listed l WHERE l.generation = @generation)
        """,
        ("@generation", rows.Generation));

    /// <summary>How many people each office newly puts under observation.</summary>
    public static List<EnteredBatch> ByOffice(DbConnection connection, ListRows rows) => connection.Rows(
        "SELECT authority, batch, COUNT(*) FROM observation WHERE batch >= @prefix AND batch < @end GROUP BY authority, batch ORDER BY authority",
        r => new EnteredBatch(r.GetString(0), r.GetString(1), r.GetInt64(2)), ("@prefix", Prefix(rows)), ("@end", End(rows)));

    /// <summary>Brings the people of a batch into force.</summary>
    public static int BringIn(DbConnection connection, string batch) =>
        connection.Run("UPDATE observation SET batch = NULL WHERE batch = @batch", ("@batch", batch));

    /// <summary>Adds the people of one batch to another.</summary>
    public static int Move(DbConnection connection, string from, string to) =>
        connection.Run("UPDATE observation SET batch = @to WHERE batch = @from", ("@from", from), ("@to", to));

    public static int Discard(DbConnection connection, string batch) => connection.Run("DELETE FROM observation WHERE batch = @batch", ("@batch", batch));

    /// <summary>Forgets what a process that was killed was about to enter.</summary>
    public static int Sweep(DbConnection connection) =>
        connection.Run("DELETE FROM observation WHERE batch IS NOT NULL AND batch NOT IN (SELECT a.batch FROM approval a); DELETE FROM listed;");

    // The batch of an office begins like that of every office of its list.
    private static string Prefix(ListRows rows) => string.Create(CultureInfo.InvariantCulture, $"{rows.Feed}.{rows.Generation:000000000000}.");

    private static string End(ListRows rows) => Prefix(rows)[..^1] + "/";

    private static byte[] Bound(int first, byte rest)
    {
        var bound = new byte[People.PersonKey.Size];
        bound.AsSpan().Fill(rest);
        bound[0] = (byte)first;
        return bound;
    }
}
