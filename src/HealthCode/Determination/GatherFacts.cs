using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.CentralObservation;
using HealthBao.HealthCode.Feeds.HomeObservation;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Determination;

/// <summary>Looks up all that is known of a person.</summary>
internal sealed class GatherFacts(FeedsInForce feeds, LastingStore lasting, IOptions<FeedOptions> options)
{
    /// <summary>The facts; a given name that no record bears is told like a person of whom nothing is known.</summary>
    public async ValueTask<Facts> OfAsync(PersonAsked question, DateTimeOffset now)
    {
        var today = ShanghaiDay.At(now);
        var person = question.Person;
        var (observations, registration, trip) = lasting.Read(c =>
            (ObservationTable.Of(c, person.Lasting), FactTable.Registration(c, person.Lasting), FactTable.Trip(c, person.Lasting, now)));
        var registered = await RegisteredAsync(person, today, registration);
        var travelled = await TripAsync(person, today, now, trip);
        var central = observations.FirstOrDefault(o => o.Kind == ObservationKind.Central);
        var home = observations.FirstOrDefault(o => o.Kind == ObservationKind.Home);
        var late = LateFeed(today);
        // Of a number under two names nobody can say which is the right one.
        if (question.Name is { } name && registered is not { IsContradictory: true } && name != registered?.Name && name != central?.Name && name != home?.Name && name != travelled?.Name)
            return new(now, null, false, null, false, null, null, null, late);
        var isOver = home?.IsOver(now) ?? false;
        return new(
            now, central, central is not null && await IsDroppedAsync(central, CentralObservationFeed.Name, person, today),
            isOver ? null : home, home is not null && !isOver && ObservationTable.IsHomeFeed(home) && await IsDroppedAsync(home, HomeObservationFeed.Name, person, today),
            isOver ? home : null, registered, travelled, late);
    }

    // A feed is late when the file that should be in force is not here: the lists of today, the others of the last days.
    public Feed? LateFeed(ShanghaiDay today) => Feed.All.FirstOrDefault(f => IsLate(f, today));

    public bool IsLate(Feed feed, ShanghaiDay today) =>
        feeds.Of(feed.Code, today) is not { } file || file.Day.Date.DayNumber < today.Date.DayNumber - MaxDays(feed);

    private int MaxDays(Feed feed) => feed switch { RegistrationFeed => options.Value.RegistrationMaxDays, TripsFeed => options.Value.TripsMaxDays, _ => 0 };

    // Entered by a later file, or by a call since: the list in force cannot name the person yet.
    private async ValueTask<bool> IsDroppedAsync(Observation observation, string feed, PersonRef person, ShanghaiDay today)
    {
        var (list, row) = await feeds.FindAsync(feed, today, person.Today);
        return list is not null && list.Day == today && observation.Generation < list.Generation && row is not { State: (byte)ListState.Observed };
    }

    private async ValueTask<Registered?> RegisteredAsync(PersonRef person, ShanghaiDay today, Registered? told)
    {
        if (await feeds.FindAsync(RegistrationFeed.Name, today, person.Lasting) is not ({ } file, { } row)) return told;
        var filed = new Registered(
            row.Name, row.Division, (RegistrationCategory)row.State, DateTimeOffset.FromUnixTimeSeconds(row.At), (row.Flags & RegistrationFeed.Contradiction) != 0, file.File, row.Row);
        if (told is null || told.At < filed.At) return filed;
        // A community may correct a name of its own; another community's word against it is a contradiction.
        return told with { IsContradictory = told.IsContradictory || (told.Name != filed.Name && told.Division != filed.Division) };
    }

    private async ValueTask<TripFact?> TripAsync(PersonRef person, ShanghaiDay today, DateTimeOffset now, (TripFact? Trip, DateTimeOffset Checked) call)
    {
        if (await feeds.FindAsync(TripsFeed.Name, today, person.Lasting) is not ({ } file, { } row) || row.Until <= now.ToUnixTimeSeconds()) return call.Trip;
        var at = DateTimeOffset.FromUnixTimeSeconds(row.At);
        var isOpen = (TripCheck)row.State != TripCheck.Verified;
        // What the community checked since stands for whatever the file still has open.
        if (call.Trip is { } told && (told.Check != TripCheck.Verified || !isOpen || call.Checked >= at)) return told;
        return new(row.Name, (TripCheck)row.State, isOpen && (row.Flags & TripsFeed.LandPort) != 0, at, file.File, row.Row);
    }
}
