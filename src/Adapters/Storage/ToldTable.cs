using System.Data.Common;

namespace HealthBao.Adapters.Storage;

/// <summary>The calls of the region's own system that are in force, by the caller's key and by content, until the day is over.</summary>
internal static class ToldTable
{
    /// <summary>The call that a claim repeats: of the same key, else of the same content.</summary>
    public static ToldBefore? Find(DbConnection connection, ChangeClaim claim)
    {
        if (claim.IdempotencyKey is { } key && Find(connection, key) is { } named) return named;
        if (Find(connection, claim.Content) is not { } told) return null;
        if (claim.IdempotencyKey is { } another) Insert(connection, another, told);
        return told;
    }

    public static void Add(DbConnection connection, ChangeClaim claim, int passes, long record)
    {
        var told = new ToldBefore(claim.Content, passes, record);
        Insert(connection, claim.Content, told);
        if (claim.IdempotencyKey is { } key) Insert(connection, key, told);
    }

    private static ToldBefore? Find(DbConnection connection, byte[] name) => connection.Rows(
        "SELECT content, passes, record FROM told WHERE name = @name", r => new ToldBefore((byte[])r[0], r.GetInt32(1), r.GetInt64(2)), ("@name", name)).FirstOrDefault();

    private static void Insert(DbConnection connection, byte[] name, ToldBefore told) => connection.Run(
        "INSERT INTO told (name, content, passes, record) VALUES (@name, @content, @passes, @record) ON CONFLICT (name) DO NOTHING",
        ("@name", name), ("@content", told.Content), ("@passes", told.Passes), ("@record", told.Record));
}
