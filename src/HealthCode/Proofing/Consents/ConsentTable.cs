using System.Data.Common;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Proofing.Consents;

/// <summary>The consents in SQL: the latest of each person, as long as the person has a session.</summary>
internal static class ConsentTable
{
    public const string Lasting = "CREATE TABLE IF NOT EXISTS consent (person BYTEA PRIMARY KEY, notice TEXT NOT NULL, at BIGINT NOT NULL, guardian TEXT);";

    public static int Put(DbConnection connection, PersonKey person, Consent consent) => connection.Run(
        """
        INSERT INTO consent (person, notice, at, guardian) VALUES (@person, @notice, @at, @guardian)
        ON CONFLICT (person) DO UPDATE SET notice = excluded.notice, at = excluded.at, guardian = excluded.guardian
        """,
        ("@person", person.ToBytes()), ("@notice", consent.Notice), ("@at", consent.At.ToUnixTimeSeconds()), ("@guardian", consent.Guardian?.ToString()));

    /// <summary>Forgets the consents of people who have no session any more.</summary>
    public static int ForgetEnded(DbConnection connection) => connection.Run("DELETE FROM consent WHERE person NOT IN (SELECT person FROM session)");
}
