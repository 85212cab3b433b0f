using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Expiry;

/// <summary>The purge receipts in SQL.</summary>
internal static class PurgeTable
{
    public static Task AddAsync(LastingStore lasting, PurgeReceipt receipt) => lasting.WriteAsync(
        "INSERT INTO purge (day, at, people) VALUES (@day, @at, @people)",
        ("@day", receipt.Day.Compact), ("@at", receipt.At.ToUnixTimeSeconds()), ("@people", receipt.People));

    public static IReadOnlyList<PurgeReceipt> All(LastingStore lasting) => lasting.Rows(
        "SELECT day, at, people FROM purge ORDER BY at",
        r => new PurgeReceipt(
            ShanghaiDay.TryParseCompact(r.GetString(0), out var day) ? day : throw new InvalidOperationException("A receipt holds no day."),
            DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(1)), r.GetInt64(2)));
}
