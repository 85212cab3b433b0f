using System.Data.Common;
using HealthBao.HealthCode.Feeds.Importing;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.FollowUp;

/// <summary>The people counted and not registered, in SQL.</summary>
internal static class FollowUpTable
{
    private const int LineBits = 32;
    private static readonly string[] Columns = ["id", "generation", "line", "col", "fault", "division", "name", "number"];

    public static Task<int> AddAsync(LastingStore lasting, long generation, IReadOnlyList<RejectedRow> rows) => lasting.FillAsync(
        "follow_up", Columns, [.. rows.Select(r => new object?[] { (generation << LineBits) | r.Line, generation, r.Line, r.Column, r.Fault, r.Division, r.Name, r.Number })]);

    public static void Forget(DbConnection connection, long generation) => connection.Run("DELETE FROM follow_up WHERE generation = @generation", ("@generation", generation));

    public static void ForgetBefore(DbConnection connection, long generation) => connection.Run("DELETE FROM follow_up WHERE generation < @generation", ("@generation", generation));

    /// <summary>The open items of a range of divisions, in the order of their lines.</summary>
    public static List<FollowUpItem> Page(DbConnection connection, long generation, (long First, long Last) divisions, long after, int limit) => connection.Rows(
        """
        SELECT id, line, col, fault, division, name, number FROM follow_up
        WHERE generation = @generation AND division >= @first AND division <= @last AND id > @after AND closed IS NULL ORDER BY id LIMIT @limit
        """,
        r => new FollowUpItem(r.GetInt64(0), r.GetInt64(1), r.GetInt32(2), r.GetString(3), r.GetInt64(4), r.GetString(5), r.GetString(6)),
        ("@generation", generation), ("@first", divisions.First), ("@last", divisions.Last), ("@after", after), ("@limit", limit));

    public static long Count(DbConnection connection, long generation, (long First, long Last) divisions) => connection.Rows(
        "SELECT COUNT(*) FROM follow_up WHERE generation = @generation AND division >= @first AND division <= @last AND closed IS NULL", r => r.GetInt64(0),
        ("@generation", generation), ("@first", divisions.First), ("@last", divisions.Last))[0];

    /// <summary>Closes an item of these divisions.</summary>
    /// <returns>Whether there was one open.</returns>
    public static bool Close(DbConnection connection, long id, (long First, long Last) divisions, string outcome, string office, long now) => connection.Run(
        "UPDATE follow_up SET outcome = @outcome, authority = @office, closed = @now WHERE id = @id AND division >= @first AND division <= @last AND closed IS NULL",
        ("@outcome", outcome), ("@office", office), ("@now", now), ("@id", id), ("@first", divisions.First), ("@last", divisions.Last)) > 0;
}
