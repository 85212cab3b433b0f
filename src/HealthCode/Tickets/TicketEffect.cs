using System.Data.Common;
using System.Globalization;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.CentralObservation;
using HealthBao.HealthCode.Feeds.HomeObservation;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Reporting;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Tickets;

/// <summary>What a decision writes about the person: rows like those that the office could report by call, in the office's own name.</summary>
internal sealed class TicketEffect(ListSwitch lists)
{
    private static readonly string[] Categories = ["", "resident", "returner", "commuter"];

    /// <summary>Whether the office decides about an observation of its own, entered since the request was opened.</summary>
    public bool IsOwnAct(DbConnection connection, Ticket ticket, CallingOffice office) =>
        ticket is { Person: { } person, About: not null } && ObservationTable.Of(connection, person).Any(o => OfficeLadder.IsSame(office.Code, o.Authority));

    /// <summary>Writes what follows.</summary>
    /// <returns>False when the decision says that something follows and nothing can.</returns>
    public bool Apply(DbConnection connection, Ticket ticket, TicketWords words, CallingOffice office, TicketReason reason, DateTimeOffset now)
    {
        // Of a request that an adapter passed on nobody is known: the desk deals with it by its other calls.
        if (ticket.Person is not { } person) return true;
        if (reason == TicketReason.Registered) return Register(connection, ticket, person, words, office, now);
        if (reason == TicketReason.TripVerified || reason == TicketReason.TripRefuted) return Check(connection, ticket, person, office, reason.Grants ? TripCheck.Verified : TripCheck.Refuted, now);
        if (reason == TicketReason.Released) return Release(connection, ticket, person, office, ObservationKind.Central, now);
        if (reason == TicketReason.ObservationEnded) return Release(connection, ticket, person, office, ObservationKind.Home, now);
        return reason != TicketReason.Corrected || Correct(connection, ticket, person, words, office, now);
    }

    private static bool Register(DbConnection connection, Ticket ticket, PersonKey person, TicketWords words, CallingOffice office, DateTimeOffset now)
    {
        if (words is not { Division: { } division, Category: { } category } || !office.Covers(division)) return false;
        Register(connection, ticket, person, office, (RegistrationCategory)Array.IndexOf(Categories, category), Padded(division), now);
        return true;
    }

    private static void Register(DbConnection connection, Ticket ticket, PersonKey person, CallingOffice office, RegistrationCategory category, long division, DateTimeOffset now) =>
        SaidTable.Register(
            connection, Said(RegistrationFeed.Instance, ticket, person, office, new FeedRow { State = (byte)category, Division = division, At = now.ToUnixTimeSeconds() }), LastingStore.NextNumber(connection));

    private static bool Check(DbConnection connection, Ticket ticket, PersonKey person, CallingOffice office, TripCheck check, DateTimeOffset now)
    {
        var row = new FeedRow { State = (byte)check, At = now.ToUnixTimeSeconds(), Until = now.AddDays(TripsFeed.Days).ToUnixTimeSeconds() };
        SaidTable.Travel(connection, Said(TripsFeed.Instance, ticket, person, office, row), LastingStore.NextNumber(connection), now.ToUnixTimeSeconds());
        return true;
    }

    // Red becomes yellow first; yellow ends when its time is over and the community has said so.
    private bool Release(DbConnection connection, Ticket ticket, PersonKey person, CallingOffice office, ObservationKind kind, DateTimeOffset now)
    {
        if (About(connection, ticket, person, kind) is not { } observation) return false;
        Feed feed = kind == ObservationKind.Central ? CentralObservationFeed.Instance : HomeObservationFeed.Instance;
        var row = new FeedRow { State = (byte)ListState.Released, At = now.ToUnixTimeSeconds(), Until = observation.Until.ToUnixTimeSeconds(), Reason = ReasonCell.PlaceOf("released") };
        var number = LastingStore.NextNumber(connection);
        SaidTable.List(connection, Said(feed, ticket, person, office, row), number);
        lists.ApplyCall(connection, new(kind, feed.Code, ListSwitch.ByCall, number, office.Code.Value, now.ToUnixTimeSeconds()));
        ObservationTable.ForgetRows(connection, number);
        return true;
    }

    // What was never right is withdrawn, but only what the request is about.
    private static bool Correct(DbConnection connection, Ticket ticket, PersonKey person, TicketWords words, CallingOffice office, DateTimeOffset now) =>
        ticket.About is null ? Settle(connection, ticket, person, words, office, now)
        : About(connection, ticket, person, null) is { } observation && ObservationTable.Withdraw(connection, person, observation.Kind) > 0;

    // Of two names for one number the one that the person proved is the right one; an office that covers both says so.
    private static bool Settle(DbConnection connection, Ticket ticket, PersonKey person, TicketWords words, CallingOffice office, DateTimeOffset now)
    {
        var registered = FactTable.Registration(connection, person);
        var places = FactTable.OtherDivision(connection, person).Append(registered?.Division).Append(words.Division is { } typed ? Padded(typed) : null).OfType<long>().ToList();
        if (ticket.Rule != "registered-twice" || places.Count == 0 || !places.All(p => office.Covers(DivisionCell.Format(p)))) return false;
        Register(connection, ticket, person, office, registered?.Category ?? RegistrationCategory.Resident, places[^1], now);
        return true;
    }

    private static Observation? About(DbConnection connection, Ticket ticket, PersonKey person, ObservationKind? kind) => ObservationTable.Of(connection, person)
        .FirstOrDefault(o => (kind is null || o.Kind == kind) && AuthorityCode.TryParse(o.Authority, out var authority) && OfficeLadder.IsSame(authority, ticket.About));

    private static long Padded(string division) => long.Parse(division.PadRight(12, '0'), CultureInfo.InvariantCulture);

    private static SaidRow Said(Feed feed, Ticket ticket, PersonKey person, CallingOffice office, FeedRow row) => new(feed, person, ticket.Name, row, office.Code.Value);
}
