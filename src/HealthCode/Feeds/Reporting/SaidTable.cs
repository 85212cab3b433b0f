using System.Data.Common;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary>What comes by call, in SQL.</summary>
internal static class SaidTable
{
    /// <summary>
    /// An office that is not above the community of an earlier registration does not take its name away: its own word then stands beside it,
    /// and nobody can say which is right, until an office that covers the mistaken one says so.
    /// </summary>
    public static void Register(DbConnection connection, SaidRow said, long number)
    {
        var scope = DivisionCell.RangeOf(said.Authority.Split('/')[0]);
        var contradicts = connection.Rows(
            "SELECT 1 FROM registered WHERE person = @person AND name <> @name AND (division < @first OR division > @last)", _ => true,
            ("@person", said.Person.ToBytes()), ("@name", (long)said.Name), ("@first", scope.First), ("@last", scope.Last)).Count > 0;
        if (contradicts)
        {
            RegisterOtherwise(connection, said, number);
            return;
        }

        Register(connection, said, number, scope);
    }

    private static void Register(DbConnection connection, SaidRow said, long number, (long First, long Last) scope) => connection.Run(
        """
        DELETE FROM registered_otherwise WHERE person = @person AND division >= @first AND division <= @last;
        INSERT INTO registered (person, name, division, category, at, authority, call) VALUES (@person, @name, @division, @category, @at, @authority, @call)
        ON CONFLICT (person) DO UPDATE SET name = excluded.name, division = excluded.division, category = excluded.category, at = excluded.at, authority = excluded.authority, call = excluded.call
        """,
        ("@person", said.Person.ToBytes()), ("@name", (long)said.Name), ("@division", said.Row.Division), ("@category", (int)said.Row.State), ("@at", said.Row.At),
        ("@authority", said.Authority), ("@call", number), ("@first", scope.First), ("@last", scope.Last));

    private static void RegisterOtherwise(DbConnection connection, SaidRow said, long number) => connection.Run(
        """
        INSERT INTO registered_otherwise (person, name, division, at, authority, call) VALUES (@person, @name, @division, @at, @authority, @call)
        ON CONFLICT (person) DO UPDATE SET name = excluded.name, division = excluded.division, at = excluded.at, authority = excluded.authority, call = excluded.call
        """,
        ("@person", said.Person.ToBytes()), ("@name", (long)said.Name), ("@division", said.Row.Division), ("@at", said.Row.At), ("@authority", said.Authority), ("@call", number));

    /// <summary>A declared trip is open from now on; a verification stands for all that was declared until now.</summary>
    public static void Travel(DbConnection connection, SaidRow said, long number, long now)
    {
        var isDeclared = said.Row.State == (byte)TripCheck.Declared;
        connection.Run(
            """
            INSERT INTO trip (person, name, declared, until, flags, checked, outcome, authority, call) VALUES (@person, @name, @declared, @until, @flags, @checked, @outcome, @authority, @call)
            ON CONFLICT (person) DO UPDATE SET name = excluded.name, until = CASE WHEN excluded.until > trip.until THEN excluded.until ELSE trip.until END,
              declared = CASE WHEN excluded.declared > 0 THEN excluded.declared ELSE trip.declared END, flags = excluded.flags,
              checked = CASE WHEN excluded.checked > 0 THEN excluded.checked ELSE trip.checked END, outcome = CASE WHEN excluded.checked > 0 THEN excluded.outcome ELSE trip.outcome END,
              authority = excluded.authority, call = excluded.call
            """,
            ("@person", said.Person.ToBytes()), ("@name", (long)said.Name), ("@declared", isDeclared ? now : 0), ("@until", said.Row.Until), ("@flags", (int)said.Row.Flags),
            ("@checked", isDeclared ? 0 : now), ("@outcome", isDeclared ? 0 : (int)said.Row.State), ("@authority", said.Authority), ("@call", number));
    }

    public static void List(DbConnection connection, SaidRow said, long number) => connection.Run(
        "INSERT INTO listed (generation, person, name, state, since, until, authority, reason, line) VALUES (@generation, @person, @name, @state, @since, @until, @authority, @reason, @line)",
        ("@generation", number), ("@person", said.Person.ToBytes()), ("@name", (long)said.Name), ("@state", (int)said.Row.State), ("@since", said.Row.At), ("@until", said.Row.Until),
        ("@authority", said.Authority), ("@reason", ReasonCell.At(said.Row.Reason).Code), ("@line", number));
}
