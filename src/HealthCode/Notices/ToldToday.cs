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
        CREATE TABLE IF NOT EXISTS told (person BYTEA PRIMARY KEY, lasting BYTEA NOT NULL, subject TEXT NOT NULL, native TEXT NOT NULL, rule TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS notice (number INTEGER PRIMARY KEY, at BIGINT NOT NULL, body TEXT NOT NULL);
        """);

    private const int MaxKnown = 1_000_000;

    private readonly Lock gate = new();
    private readonly Dictionary<PersonKey, string> known = [];

    /// <summary>Remembers, durably and before it is told.</summary>
    public async Task RememberAsync(PersonRef person, string subject, Determination.Determination said)
    {
        lock (gate)
            if (known.TryGetValue(person.Today, out var native) && native == said.Native)
                return;

        var day = days.Today;
        await day.WriteAsync(
            """
            INSERT INTO told (person, lasting, subject, native, rule) VALUES (@person, @lasting, @subject, @native, @rule)
            ON CONFLICT (person) DO UPDATE SET native = excluded.native, rule = excluded.rule
            """,
            ("@person", person.Today.ToBytes()), ("@lasting", day.Secrets.Seal(person.Lasting.ToBytes())), ("@subject", subject), ("@native", said.Native), ("@rule", said.Rule.Id));
        Note(person.Today, said.Native);
    }

    /// <summary>What a person was told last, or null when nothing was told today.</summary>
    public ToldRow? Find(PersonRef person)
    {
        var day = days.Today;
        return day.Rows("SELECT subject, native, rule FROM told WHERE person = @person", r => new ToldRow(person, r.GetString(0), r.GetString(1), r.GetString(2)), ("@person", person.Today.ToBytes())).FirstOrDefault();
    }

    /// <summary>The same by the lasting key, which what a person is called before others follows from.</summary>
    public ToldRow? Find(PersonKey lasting)
    {
        var day = days.Today;
        var subject = day.Secrets.SubjectOf(lasting);
        return day.Rows(
            "SELECT person, native, rule FROM told WHERE subject = @subject",
            r => new ToldRow(new(lasting, PersonKey.Read((byte[])r[0])), subject, r.GetString(1), r.GetString(2)), ("@subject", subject)).FirstOrDefault();
    }

    /// <summary>A page of all who were told something, in the order of their keys of the day.</summary>
    public List<ToldRow> Page(PersonKey after, int limit)
    {
        var day = days.Today;
        return day.Rows(
            "SELECT person, lasting, subject, native, rule FROM told WHERE person > @after ORDER BY person LIMIT @limit",
            r => new ToldRow(new(PersonKey.Read(day.Secrets.Open((byte[])r[1])), PersonKey.Read((byte[])r[0])), r.GetString(2), r.GetString(3), r.GetString(4)),
            ("@after", after.ToBytes()), ("@limit", limit));
    }

    /// <summary>Notes what a person will be told from now on, together with the notice of it.</summary>
    public async Task ChangeAsync(ToldRow told, Determination.Determination said, string notice)
    {
        await days.Today.WriteAsync(c =>
        {
            // Whoever looked at the same time has written the notice already.
            var changed = c.Run(
                "UPDATE told SET native = @native, rule = @rule WHERE person = @person AND native = @before",
                ("@native", said.Native), ("@rule", said.Rule.Id), ("@person", told.Person.Today.ToBytes()), ("@before", told.Native));
            return changed == 0 ? 0 : c.Run(
                "INSERT INTO notice (number, at, body) SELECT COALESCE(MAX(number), 0) + 1, @at, @body FROM notice",
                ("@at", said.At.ToUnixTimeSeconds()), ("@body", notice));
        });
        Note(told.Person.Today, said.Native);
    }

    /// <summary>The oldest notice that is not delivered, or null.</summary>
    public (int Number, string Body)? NextNotice() => days.Today.Rows(
        "SELECT number, body FROM notice ORDER BY number LIMIT 1", r => ((int Number, string Body)?)(r.GetInt32(0), r.GetString(1))).FirstOrDefault();

    public Task RemoveNoticeAsync(int number) => days.Today.WriteAsync("DELETE FROM notice WHERE number = @number", ("@number", number));

    private void Note(PersonKey person, string native)
    {
        lock (gate)
        {
            // It only spares writes; forgetting is no loss.
            if (known.Count >= MaxKnown) known.Clear();
            known[person] = native;
        }
    }
}
