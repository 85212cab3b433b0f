using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Notices;

/// <summary>
/// Of whom something was told today, and what: only of these people can the adapter hold anything that a change concerns. In the day's
/// store, under the day's keys; the lasting key is sealed.
/// </summary>
internal sealed class ToldToday(DayStores days)
{
    public static readonly DaySchema Schema = new(
        """
        CREATE TABLE IF NOT EXISTS told (person BYTEA PRIMARY KEY, lasting BYTEA NOT NULL, subject TEXT NOT NULL, native TEXT NOT NULL, status TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS notice (id TEXT PRIMARY KEY, at BIGINT NOT NULL, body TEXT NOT NULL, tries INTEGER NOT NULL, due BIGINT NOT NULL);
        """);

    private readonly Lock gate = new();
    private readonly Dictionary<PersonKey, string> known = [];

    /// <summary>Remembers, durably and before it is told.</summary>
    public Task RememberAsync(PersonRef person, string subject, Determination.Determination said)
    {
        lock (gate)
            if (known.TryGetValue(person.Today, out var native) && native == said.Native)
                return Task.CompletedTask;

        return WriteAsync(person, subject, said);
    }

    private async Task WriteAsync(PersonRef person, string subject, Determination.Determination said)
    {
        var day = days.Today;
        await day.WriteAsync(
            """
            INSERT INTO told (person, lasting, subject, native, status) VALUES (@person, @lasting, @subject, @native, @status)
            ON CONFLICT (person) DO UPDATE SET native = excluded.native, status = excluded.status
            """,
            ("@person", person.Today.ToBytes()), ("@lasting", day.Secrets.Seal(person.Lasting.ToBytes())), ("@subject", subject), ("@native", said.Native),
            ("@status", Contracts.Status.HealthStatuses.Code(said.Status)));
        lock (gate) known[person.Today] = said.Native;
    }
}
