using System.Data.Common;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Sessions;

/// <summary>The sessions in SQL: what outlasts the day, and who was proven today.</summary>
internal static class SessionTable
{
    public const string Lasting =
        """
        CREATE TABLE IF NOT EXISTS session (id TEXT PRIMARY KEY, person BYTEA NOT NULL, device BYTEA NOT NULL, seen BIGINT NOT NULL, documents BYTEA NOT NULL);
        CREATE INDEX IF NOT EXISTS session_person ON session (person, seen);
        CREATE INDEX IF NOT EXISTS session_seen ON session (seen);
        """;

    public static readonly DaySchema Day = new("CREATE TABLE IF NOT EXISTS proven (session TEXT PRIMARY KEY, at BIGINT NOT NULL, person BYTEA NOT NULL);");

    public static void Put(DbConnection connection, SessionRow row) => connection.Run(
        """
        INSERT INTO session (id, person, device, seen, documents) VALUES (@id, @person, @device, @seen, @documents)
        ON CONFLICT (id) DO UPDATE SET seen = excluded.seen, documents = excluded.documents
        """,
        ("@id", row.Id), ("@person", row.Person.ToBytes()), ("@device", row.Device), ("@seen", row.Seen.ToUnixTimeSeconds()), ("@documents", row.Documents));

    public static SessionRow? Find(DbConnection connection, string id) => connection.Rows(
        "SELECT id, person, device, seen, documents FROM session WHERE id = @id",
        r => new SessionRow(r.GetString(0), PersonKey.Read((byte[])r[1]), (byte[])r[2], DateTimeOffset.FromUnixTimeSeconds(r.GetInt64(3)), (byte[])r[4]), ("@id", id)).FirstOrDefault();

    /// <summary>Ends all but a person's newest sessions.</summary>
    public static int EndOldest(DbConnection connection, PersonKey person, int keep) => connection.Run(
        "DELETE FROM session WHERE person = @person AND id NOT IN (SELECT id FROM session WHERE person = @person ORDER BY seen DESC, id LIMIT @keep)",
        ("@person", person.ToBytes()), ("@keep", keep));

    public static int End(DbConnection connection, string id) => connection.Run("DELETE FROM session WHERE id = @id", ("@id", id));

    /// <summary>Ends the sessions that nobody has used since.</summary>
    public static int EndUnused(DbConnection connection, DateTimeOffset since) => connection.Run("DELETE FROM session WHERE seen < @since", ("@since", since.ToUnixTimeSeconds()));
}
