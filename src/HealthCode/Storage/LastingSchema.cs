namespace HealthBao.HealthCode.Storage;

/// <summary>The tables that outlive a day, in SQL that SQLite and PostgreSQL read alike. docs/privacy.md says why each is kept and for how long.</summary>
internal static class LastingSchema
{
    public const string Text =
        """
        CREATE TABLE IF NOT EXISTS generation (last BIGINT NOT NULL);
        INSERT INTO generation (last) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM generation);
        CREATE TABLE IF NOT EXISTS in_force (
          feed TEXT NOT NULL, day TEXT NOT NULL, generation BIGINT NOT NULL, file TEXT NOT NULL, people BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (feed, day));
        CREATE TABLE IF NOT EXISTS observation (
          person BYTEA NOT NULL, kind INTEGER NOT NULL, name BIGINT NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL, authority TEXT NOT NULL, reason TEXT NOT NULL,
          feed TEXT NOT NULL, file TEXT NOT NULL, line BIGINT NOT NULL, generation BIGINT NOT NULL, entered BIGINT NOT NULL, word BIGINT, batch TEXT,
          PRIMARY KEY (person, kind));
        CREATE INDEX IF NOT EXISTS observation_batch ON observation (batch) WHERE batch IS NOT NULL;
        CREATE INDEX IF NOT EXISTS observation_alone ON observation (authority, kind, entered) WHERE batch IS NULL;
        CREATE TABLE IF NOT EXISTS listed (
          generation BIGINT NOT NULL, person BYTEA NOT NULL, name BIGINT NOT NULL, state INTEGER NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL,
          authority TEXT NOT NULL, reason TEXT NOT NULL, line BIGINT NOT NULL, PRIMARY KEY (generation, person));
        CREATE INDEX IF NOT EXISTS listed_released ON listed (generation, person) WHERE state = 2;
        CREATE TABLE IF NOT EXISTS registered (
          person BYTEA PRIMARY KEY, name BIGINT NOT NULL, division BIGINT NOT NULL, category INTEGER NOT NULL, at BIGINT NOT NULL, authority TEXT NOT NULL, call BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS registered_otherwise (
          person BYTEA PRIMARY KEY, name BIGINT NOT NULL, division BIGINT NOT NULL, at BIGINT NOT NULL, authority TEXT NOT NULL, call BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS trip (
          person BYTEA PRIMARY KEY, name BIGINT NOT NULL, declared BIGINT NOT NULL, until BIGINT NOT NULL, flags INTEGER NOT NULL, checked BIGINT NOT NULL, outcome INTEGER NOT NULL,
          authority TEXT NOT NULL, call BIGINT NOT NULL);
        CREATE TABLE IF NOT EXISTS follow_up (
          id BIGINT PRIMARY KEY, generation BIGINT NOT NULL, line BIGINT NOT NULL, col INTEGER NOT NULL, fault TEXT NOT NULL, division BIGINT NOT NULL, name TEXT NOT NULL, number TEXT NOT NULL,
          outcome TEXT, authority TEXT, closed BIGINT);
        CREATE INDEX IF NOT EXISTS follow_up_division ON follow_up (generation, division, id);
        CREATE TABLE IF NOT EXISTS approval (
          batch TEXT PRIMARY KEY, feed TEXT NOT NULL, office TEXT NOT NULL, people BIGINT NOT NULL, deliverer TEXT, at BIGINT NOT NULL, state TEXT NOT NULL, decider TEXT, reason TEXT, decided BIGINT);
        CREATE TABLE IF NOT EXISTS report (generation BIGINT PRIMARY KEY, feed TEXT NOT NULL, at BIGINT NOT NULL, accepted INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS purge (day TEXT NOT NULL, at BIGINT NOT NULL, people BIGINT NOT NULL);
        """;
}
