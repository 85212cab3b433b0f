using System.Data.Common;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>What is attached to requests, sealed, in SQL.</summary>
internal static class EvidenceTable
{
    /// <summary>Attaches a piece to a request that is not decided.</summary>
    /// <param name="seal">Seals it as the piece of that number.</param>
    /// <returns>Its number from 1; 0 when there are as many as there may be, or the request is decided.</returns>
    public static int Add(DbConnection connection, string number, string kind, int most, DateTimeOffset now, Func<int, byte[]> seal)
    {
        var piece = Count(connection, number) + 1;
        if (piece > most || TicketTable.Find(connection, number) is not { IsDecided: false }) return 0;
        connection.Run(
            "INSERT INTO evidence (number, piece, kind, at, box) VALUES (@number, @piece, @kind, @at, @box)",
            ("@number", number), ("@piece", piece), ("@kind", kind), ("@at", now.ToUnixTimeSeconds()), ("@box", seal(piece)));
        return piece;
    }

    public static int Count(DbConnection connection, string number) =>
        connection.Rows("SELECT COUNT(*) FROM evidence WHERE number = @number", r => (int)r.GetInt64(0), ("@number", number))[0];

    public static (string Kind, byte[] Box)? Find(DbConnection connection, string number, int piece) => connection.Rows(
        "SELECT kind, box FROM evidence WHERE number = @number AND piece = @piece", r => ((string, byte[])?)(r.GetString(0), (byte[])r[1]), ("@number", number), ("@piece", piece)).FirstOrDefault();
}
