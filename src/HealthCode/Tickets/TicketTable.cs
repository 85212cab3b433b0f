using System.Data.Common;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>The requests in SQL.</summary>
internal static class TicketTable
{
    public const string Schema =
        """
        CREATE TABLE IF NOT EXISTS ticket (
          number TEXT PRIMARY KEY, kind TEXT NOT NULL, person BYTEA, name BIGINT NOT NULL, mark BYTEA, desk TEXT NOT NULL, division BIGINT NOT NULL, office TEXT NOT NULL,
          opener TEXT, about TEXT, rule TEXT NOT NULL, opened BIGINT NOT NULL, due BIGINT NOT NULL, state TEXT NOT NULL, said BYTEA NOT NULL,
          worker TEXT, granted INTEGER, reason TEXT, answer BYTEA, decided BIGINT, misses INTEGER NOT NULL, missed BIGINT NOT NULL);
        CREATE INDEX IF NOT EXISTS ticket_desk ON ticket (division, due) WHERE state <> 'decided';
        CREATE INDEX IF NOT EXISTS ticket_person ON ticket (person);
        CREATE TABLE IF NOT EXISTS passed_on (ticket TEXT PRIMARY KEY, number TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS evidence (number TEXT NOT NULL, piece INTEGER NOT NULL, kind TEXT NOT NULL, at BIGINT NOT NULL, box BYTEA NOT NULL, PRIMARY KEY (number, piece));
        """;

    private const string Columns =
        "number, kind, person, name, desk, opener, about, rule, opened, due, state, said, worker, granted, reason, answer, decided";

    public static void Add(DbConnection connection, Ticket ticket, byte[]? mark) => connection.Run(
        """
        INSERT INTO ticket (number, kind, person, name, mark, desk, division, office, opener, about, rule, opened, due, state, said, misses, missed)
        VALUES (@number, @kind, @person, @name, @mark, @desk, @division, @office, @opener, @about, @rule, @opened, @due, @state, @said, 0, 0)
        """,
        ("@number", ticket.Number), ("@kind", ticket.Kind.Code), ("@person", ticket.Person?.ToBytes()), ("@name", (long)ticket.Name), ("@mark", mark), ("@desk", ticket.Desk.Value),
        ("@division", DivisionCell.RangeOf(ticket.Desk.Division).First), ("@office", ticket.Desk.Office), ("@opener", ticket.Opener), ("@about", ticket.About), ("@rule", ticket.Rule),
        ("@opened", ticket.Opened.ToUnixTimeSeconds()), ("@due", ticket.Due.ToUnixTimeSeconds()), ("@state", ticket.State), ("@said", ticket.Said));

    public static Ticket? Find(DbConnection connection, string number) =>
        connection.Rows($"SELECT {Columns} FROM ticket WHERE number = @number", Read, ("@number", number)).FirstOrDefault();

    /// <summary>The request that an adapter passed on under its own name for it.</summary>
    public static Ticket? FindPassedOn(DbConnection connection, string adapters) =>
        connection.Rows($"SELECT {Columns} FROM ticket WHERE number = (SELECT p.number FROM passed_on p WHERE p.ticket = @ticket)", Read, ("@ticket", adapters)).FirstOrDefault();

    public static void NotePassedOn(DbConnection connection, string adapters, string number) =>
        connection.Run("INSERT INTO passed_on (ticket, number) VALUES (@ticket, @number)", ("@ticket", adapters), ("@number", number));

    /// <summary>What a person has asked for, the latest first.</summary>
    public static List<Ticket> Of(DbConnection connection, PersonKey person) =>
        connection.Rows($"SELECT {Columns} FROM ticket WHERE person = @person ORDER BY opened DESC, number", Read, ("@person", person.ToBytes()));

    /// <summary>A page of a desk's requests, the most urgent first.</summary>
    public static List<Ticket> Page(DbConnection connection, DeskQuery query, DateTimeOffset now) => connection.Rows(
        $"""
        SELECT {Columns} FROM ticket WHERE division >= @first AND division <= @last AND (office = @office OR @office = 'HEALTH')
          AND (CASE WHEN state <> 'decided' AND due <= @now THEN 'overdue' ELSE state END = @state OR (@state = '' AND state <> 'decided'))
          AND (due > @due OR (due = @due AND number > @after)) ORDER BY due, number LIMIT @limit
        """,
        Read, ("@first", query.Divisions.First), ("@last", query.Divisions.Last), ("@office", query.Office), ("@state", query.State ?? ""), ("@now", now.ToUnixTimeSeconds()),
        ("@due", query.After is { } after ? after.Due.ToUnixTimeSeconds() : 0L), ("@after", query.After?.Number ?? ""), ("@limit", query.Limit));

    /// <summary>How many undecided requests there are, and how many of them are overdue.</summary>
    public static (long Open, long Overdue) Count(DbConnection connection, DateTimeOffset now, (long First, long Last)? divisions = null, string office = OfficeOfAll) => connection.Rows(
        """
        SELECT COUNT(*), COALESCE(SUM(CASE WHEN due <= @now THEN 1 ELSE 0 END), 0) FROM ticket
        WHERE state <> 'decided' AND division >= @first AND division <= @last AND (office = @office OR @office = 'HEALTH')
        """,
        r => (r.GetInt64(0), Convert.ToInt64(r[1], System.Globalization.CultureInfo.InvariantCulture)),
        ("@now", now.ToUnixTimeSeconds()), ("@first", divisions?.First ?? 0L), ("@last", divisions?.Last ?? long.MaxValue), ("@office", office))[0];

    public static bool Take(DbConnection connection, string number, string office) => connection.Run(
        "UPDATE ticket SET state = 'in-work', worker = @office WHERE number = @number AND state = 'open'", ("@number", number), ("@office", office)) > 0;

    /// <summary>Decides, once.</summary>
    public static bool Decide(DbConnection connection, string number, string office, TicketReason reason, byte[] answer, DateTimeOffset now) => connection.Run(
        "UPDATE ticket SET state = 'decided', worker = @office, granted = @granted, reason = @reason, answer = @answer, decided = @now WHERE number = @number AND state <> 'decided'",
        ("@office", office), ("@granted", reason.Grants ? 1 : 0), ("@reason", reason.Code), ("@answer", answer), ("@now", now.ToUnixTimeSeconds()), ("@number", number)) > 0;

    public static int ForgetOver(DbConnection connection, DateTimeOffset decidedBefore, DateTimeOffset openedBefore)
    {
        const string Over = "(decided <= @decided OR (state <> 'decided' AND opened <= @opened))";
        connection.Run($"DELETE FROM evidence WHERE number IN (SELECT t.number FROM ticket t WHERE {Over})", ("@decided", decidedBefore.ToUnixTimeSeconds()), ("@opened", openedBefore.ToUnixTimeSeconds()));
        connection.Run($"DELETE FROM passed_on WHERE number IN (SELECT t.number FROM ticket t WHERE {Over})", ("@decided", decidedBefore.ToUnixTimeSeconds()), ("@opened", openedBefore.ToUnixTimeSeconds()));
        return connection.Run($"DELETE FROM ticket WHERE {Over}", ("@decided", decidedBefore.ToUnixTimeSeconds()), ("@opened", openedBefore.ToUnixTimeSeconds()));
    }

    // The health office sees the requests of all offices of its division.
    private const string OfficeOfAll = "HEALTH";

    private static Ticket Read(DbDataReader row) => new(
        row.GetString(0), TicketKind.Of(row.GetString(1)), row.IsDBNull(2) ? null : PersonKey.Read((byte[])row[2]), (ulong)row.GetInt64(3),
        AuthorityCode.TryParse(row.GetString(4), out var desk) ? desk : throw new InvalidOperationException("A ticket's desk is no office."), Text(row, 5), Text(row, 6), row.GetString(7),
        Instant(row.GetInt64(8)), Instant(row.GetInt64(9)), row.GetString(10), (byte[])row[11], Text(row, 12), row.IsDBNull(13) ? null : row.GetInt32(13) == 1,
        TicketReason.Find(Text(row, 14)), row.IsDBNull(15) ? null : (byte[])row[15], row.IsDBNull(16) ? null : Instant(row.GetInt64(16)));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
