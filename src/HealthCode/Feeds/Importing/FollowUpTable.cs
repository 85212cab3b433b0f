using System.Data.Common;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>The people counted and not registered, in SQL.</summary>
internal static class FollowUpTable
{
    private const int LineBits = 32;
    private static readonly string[] Columns = ["id", "generation", "line", "col", "fault", "division", "name", "number"];

    public static Task<int> AddAsync(LastingStore lasting, long generation, IReadOnlyList<RejectedRow> rows) => lasting.FillAsync(
        "follow_up", Columns, [.. rows.Select(r => new object?[] { (generation << LineBits) | r.Line, generation, r.Line, r.Column, r.Fault, r.Division, r.Name, r.Number })]);

    public static void Forget(DbConnection connection, long generation) => connection.Run("DELETE FROM follow_up WHERE generation = @generation", ("@generation", generation));

    public static void ForgetBefore(DbConnection connection, long generation) => connection.Run("DELETE FROM follow_up WHERE generation < @generation", ("@generation", generation));
}
