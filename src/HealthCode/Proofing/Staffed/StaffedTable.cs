using System.Data.Common;
using System.Globalization;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>The staffed checks in SQL.</summary>
internal static class StaffedTable
{
    public const string Lasting =
        """
        CREATE TABLE IF NOT EXISTS staffed_check (
          number TEXT PRIMARY KEY, session TEXT NOT NULL, person BYTEA NOT NULL, name BIGINT NOT NULL, kind INTEGER NOT NULL, masked_number TEXT NOT NULL, masked_name TEXT NOT NULL,
          device BYTEA NOT NULL, documents BYTEA NOT NULL, division BIGINT NOT NULL, at BIGINT NOT NULL, due BIGINT NOT NULL,
          confirmed INTEGER, office TEXT, reason TEXT, decided BIGINT);
        CREATE INDEX IF NOT EXISTS staffed_check_session ON staffed_check (session);
        CREATE INDEX IF NOT EXISTS staffed_check_open ON staffed_check (division, due) WHERE decided IS NULL;
        """;

    private const string Columns = "number, session, person, name, kind, masked_number, masked_name, device, documents, division, at, due, confirmed, office, reason, decided";

    public static int Put(DbConnection connection, StaffedCheck check) => connection.Run(
        """
        INSERT INTO staffed_check (number, session, person, name, kind, masked_number, masked_name, device, documents, division, at, due)
        VALUES (@number, @session, @person, @name, @kind, @maskedNumber, @maskedName, @device, @documents, @division, @at, @due)
        """,
        ("@number", check.Number), ("@session", check.Session), ("@person", check.Person.ToBytes()), ("@name", (long)check.Name), ("@kind", (int)check.Identity.DocumentType),
        ("@maskedNumber", check.Identity.DocumentNumber), ("@maskedName", check.Identity.Name.ToString()), ("@device", check.Device), ("@documents", check.Documents),
        ("@division", long.Parse(check.Division, CultureInfo.InvariantCulture)), ("@at", check.At.ToUnixTimeSeconds()), ("@due", check.Due.ToUnixTimeSeconds()));

    public static StaffedCheck? Find(DbConnection connection, string number) =>
        connection.Rows($"SELECT {Columns} FROM staffed_check WHERE number = @number", Read, ("@number", number)).FirstOrDefault();

    /// <summary>The latest one for a session.</summary>
    public static StaffedCheck? OfSession(DbConnection connection, string session) =>
        connection.Rows($"SELECT {Columns} FROM staffed_check WHERE session = @session ORDER BY at DESC, number LIMIT 1", Read, ("@session", session)).FirstOrDefault();

    /// <summary>What is open in a range of divisions, the most urgent first.</summary>
    public static List<StaffedCheck> Open(DbConnection connection, (long First, long Last) divisions, int limit) => connection.Rows(
        $"SELECT {Columns} FROM staffed_check WHERE decided IS NULL AND division BETWEEN @first AND @last ORDER BY due, number LIMIT @limit", Read,
        ("@first", divisions.First), ("@last", divisions.Last), ("@limit", limit));

    /// <summary>Decides, once.</summary>
    public static bool Decide(DbConnection connection, string number, StaffedDecision decision) => connection.Run(
        "UPDATE staffed_check SET confirmed = @confirmed, office = @office, reason = @reason, decided = @decided WHERE number = @number AND decided IS NULL",
        ("@confirmed", decision.Confirmed ? 1 : 0), ("@office", decision.Office), ("@reason", decision.Reason), ("@decided", decision.At.ToUnixTimeSeconds()), ("@number", number)) == 1;

    /// <summary>Ends one whose session was opened.</summary>
    public static bool End(DbConnection connection, string number) => connection.Run("DELETE FROM staffed_check WHERE number = @number", ("@number", number)) == 1;

    /// <summary>Forgets what was due before.</summary>
    public static int ForgetDue(DbConnection connection, DateTimeOffset before) => connection.Run("DELETE FROM staffed_check WHERE due < @before", ("@before", before.ToUnixTimeSeconds()));

    private static StaffedCheck Read(DbDataReader r)
    {
        MaskedName.TryParse(r.GetString(6), out var name);
        var decision = r.IsDBNull(15) ? null : new StaffedDecision(r.GetInt32(12) == 1, r.GetString(13), r.IsDBNull(14) ? null : r.GetString(14), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(15)));
        return new(
            r.GetString(0), r.GetString(1), PersonKey.Read((byte[])r[2]), (ulong)r.GetInt64(3), new((DocumentType)r.GetInt32(4), r.GetString(5), name), (byte[])r[7], (byte[])r[8],
            r.GetInt64(9).ToString("000000000000", CultureInfo.InvariantCulture), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(10)), DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(11)), decision);
    }
}
