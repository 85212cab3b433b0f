namespace HealthBao.HealthCode.Storage;

/// <summary>A slice's tables of the day, in SQL that SQLite and PostgreSQL read alike. Registered as a service, one each.</summary>
internal sealed record DaySchema(string Text);
