using System.Data.Common;
using System.Security.Cryptography;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Who has a number and the last four characters of the document may see the request; whoever tries them out is stopped, also after a restart.</summary>
internal static class Attempts
{
    public const int Pause = 3600;

    /// <summary>Judges an attempt and counts it when it fails.</summary>
    /// <returns>Null when it fits; else the seconds to wait, 0 while attempts are left.</returns>
    public static int? Judge(DbConnection connection, string number, ReadOnlySpan<byte> mark, int most, long now)
    {
        var held = connection.Rows(
            "SELECT mark, misses, missed FROM ticket WHERE number = @number", r => (Mark: r.IsDBNull(0) ? [] : (byte[])r[0], Misses: r.GetInt32(1), Missed: r.GetInt64(2)), ("@number", number))[0];
        var misses = held.Missed + Pause <= now ? 0 : held.Misses;
        if (misses >= most) return (int)(held.Missed + Pause - now);
        var fits = held.Mark.Length > 0 && CryptographicOperations.FixedTimeEquals(held.Mark, mark);
        if (fits && misses == 0) return null;
        connection.Run("UPDATE ticket SET misses = @misses, missed = @now WHERE number = @number", ("@misses", fits ? 0 : misses + 1), ("@now", now), ("@number", number));
        return fits ? null : 0;
    }
}
