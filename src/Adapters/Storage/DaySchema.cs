namespace HealthBao.Adapters.Storage;

/// <summary>The day's tables, in SQL that SQLite and PostgreSQL read alike.</summary>
internal static class DaySchema
{
    public const string Text =
        """
        CREATE TABLE IF NOT EXISTS day (pkcs8 BYTEA NOT NULL, secret BYTEA NOT NULL, permutation BYTEA NOT NULL, reserved BIGINT NOT NULL, version BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS pass (
          idx INTEGER PRIMARY KEY, subject BYTEA NOT NULL, says BYTEA NOT NULL, api TEXT NOT NULL, card TEXT NOT NULL,
          status TEXT NOT NULL, system TEXT NOT NULL, native TEXT NOT NULL, as_of BIGINT NOT NULL, state INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS pass_subject ON pass (subject);
        CREATE TABLE IF NOT EXISTS code (code BYTEA PRIMARY KEY, idx INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS document (document BYTEA NOT NULL, subject BYTEA NOT NULL, PRIMARY KEY (document, subject));
        CREATE TABLE IF NOT EXISTS told (name BYTEA PRIMARY KEY, content BYTEA NOT NULL, passes INTEGER NOT NULL, record BIGINT NOT NULL);
        """;
}
