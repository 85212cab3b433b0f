using System.Data.Common;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Approvals;

/// <summary>The changes that wait for a second office, and what was decided of them.</summary>
internal static class ApprovalTable
{
    private const string Columns = "batch, feed, office, people, deliverer, at, state, decider, reason, decided";

    public static void Add(DbConnection connection, HeldChange change, string? deliverer, long now) => connection.Run(
        """
        INSERT INTO approval (batch, feed, office, people, deliverer, at, state) VALUES (@batch, @feed, @office, @people, @deliverer, @at, 'open')
        ON CONFLICT (batch) DO UPDATE SET people = approval.people + excluded.people
        """,
        ("@batch", change.Batch), ("@feed", change.Feed), ("@office", change.Office), ("@people", change.People), ("@deliverer", deliverer), ("@at", now));

    /// <summary>The open change of an office that calls may be added to.</summary>
    public static string? FindOpen(DbConnection connection, string feed, string office) => connection.Rows(
        "SELECT batch FROM approval WHERE feed = @feed AND office = @office AND state = 'open' ORDER BY at DESC LIMIT 1",
        r => r.GetString(0), ("@feed", feed), ("@office", office)).FirstOrDefault();

    public static List<Approval> All(DbConnection connection, int limit) =>
        connection.Rows($"SELECT {Columns} FROM approval ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, at DESC LIMIT @limit", Read, ("@limit", limit));

    public static Approval? Find(DbConnection connection, string batch) =>
        connection.Rows($"SELECT {Columns} FROM approval WHERE batch = @batch", Read, ("@batch", batch)).FirstOrDefault();

    /// <summary>How many people of a change are to be turned for which reason.</summary>
    public static Dictionary<string, long> Reasons(DbConnection connection, string batch) => connection.Rows(
        "SELECT reason, COUNT(*) FROM observation WHERE batch = @batch GROUP BY reason ORDER BY reason", r => (r.GetString(0), r.GetInt64(1)), ("@batch", batch)).ToDictionary(r => r.Item1, r => r.Item2);

    /// <summary>Brings a change into force, or ends it.</summary>
    /// <returns>The people concerned; 0 when it was decided before.</returns>
    public static int Decide(DbConnection connection, string batch, bool approve, string decider, string reason, long now)
    {
        var decided = connection.Run(
            "UPDATE approval SET state = @state, decider = @decider, reason = @reason, decided = @now WHERE batch = @batch AND state = 'open'",
            ("@state", approve ? "approved" : "refused"), ("@decider", decider), ("@reason", reason), ("@now", now), ("@batch", batch));
        if (decided == 0) return 0;
        return approve ? (int)Find(connection, batch)!.People : EntryTable.Discard(connection, batch);
    }

    private static Approval Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), Text(row, 4), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(5)), row.GetString(6), Text(row, 7), Text(row, 8),
        row.IsDBNull(9) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(9)));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
