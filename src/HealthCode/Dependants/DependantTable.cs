using System.Data.Common;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Dependants;

/// <summary>Who may ask about whom, and who asked, in SQL.</summary>
internal static class DependantTable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS dependant (
          id TEXT PRIMARY KEY, guardian BYTEA NOT NULL, person BYTEA NOT NULL, mask BYTEA NOT NULL, proof TEXT NOT NULL, at BIGINT NOT NULL, UNIQUE (guardian, person));
        CREATE INDEX IF NOT EXISTS dependant_person ON dependant (person);
        CREATE TABLE IF NOT EXISTS proxy_query (id TEXT PRIMARY KEY, person BYTEA NOT NULL, at BIGINT NOT NULL, asker BYTEA NOT NULL);
        CREATE INDEX IF NOT EXISTS proxy_query_person ON proxy_query (person, at);
        """;

    /// <summary>Adds a relation, or renews it.</summary>
    /// <returns>False when the guardian has as many as one may have.</returns>
    public static bool Add(DbConnection connection, PersonKey guardian, PersonKey person, Dependant dependant, int most)
    {
        var others = connection.Rows(
            "SELECT COUNT(*) FROM dependant WHERE guardian = @guardian AND person <> @person", r => r.GetInt64(0), ("@guardian", guardian.ToBytes()), ("@person", person.ToBytes()))[0];
        if (others >= most) return false;
        connection.Run(
            """
            INSERT INTO dependant (id, guardian, person, mask, proof, at) VALUES (@id, @guardian, @person, @mask, @proof, @at)
            ON CONFLICT (guardian, person) DO UPDATE SET id = excluded.id, mask = excluded.mask, proof = excluded.proof, at = excluded.at
            """,
            ("@id", dependant.Id), ("@guardian", guardian.ToBytes()), ("@person", person.ToBytes()), ("@mask", dependant.Mask), ("@proof", dependant.By), ("@at", dependant.At.ToUnixTimeSeconds()));
        return true;
    }

    public static List<Dependant> Of(DbConnection connection, PersonKey guardian) => connection.Rows(
        "SELECT id, mask, proof, at FROM dependant WHERE guardian = @guardian ORDER BY at, id",
        r => new Dependant(r.GetString(0), (byte[])r[1], r.GetString(2), Instant(r.GetInt64(3))), ("@guardian", guardian.ToBytes()));

    public static bool May(DbConnection connection, PersonKey guardian, PersonKey person) => connection.Rows(
        "SELECT 1 FROM dependant WHERE guardian = @guardian AND person = @person", _ => true, ("@guardian", guardian.ToBytes()), ("@person", person.ToBytes())).Count > 0;

    public static bool End(DbConnection connection, PersonKey guardian, string id) =>
        connection.Run("DELETE FROM dependant WHERE guardian = @guardian AND id = @id", ("@guardian", guardian.ToBytes()), ("@id", id)) > 0;

    /// <summary>The person asked about ends whatever anybody may ask.</summary>
    public static int EndAll(DbConnection connection, PersonKey person) => connection.Run("DELETE FROM dependant WHERE person = @person", ("@person", person.ToBytes()));

    public static int Note(DbConnection connection, string id, PersonKey person, byte[] asker, DateTimeOffset now) => connection.Run(
        "INSERT INTO proxy_query (id, person, at, asker) VALUES (@id, @person, @at, @asker)",
        ("@id", id), ("@person", person.ToBytes()), ("@at", now.ToUnixTimeSeconds()), ("@asker", asker));

    /// <summary>Who asked about a person, the latest first.</summary>
    public static List<(string Id, DateTimeOffset At, byte[] Asker)> Asked(DbConnection connection, PersonKey person, int limit) => connection.Rows(
        "SELECT id, at, asker FROM proxy_query WHERE person = @person ORDER BY at DESC, id LIMIT @limit",
        r => (r.GetString(0), Instant(r.GetInt64(1)), (byte[])r[2]), ("@person", person.ToBytes()), ("@limit", limit));

    public static int ForgetOver(DbConnection connection, DateTimeOffset relationsBefore, DateTimeOffset queriesBefore) =>
        connection.Run("DELETE FROM dependant WHERE at <= @before", ("@before", relationsBefore.ToUnixTimeSeconds()))
        + connection.Run("DELETE FROM proxy_query WHERE at <= @before", ("@before", queriesBefore.ToUnixTimeSeconds()));

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
