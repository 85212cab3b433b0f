using System.Data.Common;
using System.Globalization;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds.CentralObservation;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Trips;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary>Takes one row by call: judged as in a file, written and in force at once, or held where its office has changed too many already.</summary>
internal sealed class TakeReport(
    LastingStore lasting, PersonRegister people, ListSwitch lists, StatusChanges changes, IOptions<HealthCodeOptions> options, TimeProvider clock, ILogger<TakeReport> logger)
{
    /// <summary>Takes a row.</summary>
    /// <param name="feed">Of which feed.</param>
    /// <param name="body">Its members; its faults say why nothing was taken.</param>
    /// <param name="office">Who reports.</param>
    public async Task<ReportOutcome?> TakeAsync(Feed feed, RequestBody body, AuthorityCode office)
    {
        var now = clock.GetUtcNow();
        var context = new RowContext(
            options.Value.Region, FeedCharset.Utf8, now.ToUnixTimeSeconds(), int.Parse(ShanghaiDay.At(now).Compact, CultureInfo.InvariantCulture), office, new());
        var row = new FeedRow();
        if (!ReportedRow.TryRead(body, feed, context, row)) return null;
        using var keying = new PersonKeying(people.Lasting.ToArray());
        var mac = keying.Of(row.Kind, row.Number);
        var person = new PersonRef(mac.Key, PersonMac.Of(people.Today.People, row.Kind, row.Number).Key);
        var said = new SaidRow(feed, mac.Key, keying.NameOf(mac, row.Name), row, context.Authorities[row.Authority].Value is { Length: > 0 } named ? named : office.Value);
        var outcome = await lasting.WriteAsync(c => Write(c, said, office, context.Now));
        if (outcome.Batch is null) logger.CallInForce(feed.Code, outcome.Number, office.Value);
        else logger.ChangeHeld(feed.Code, office.Value, 1, outcome.Batch);
        await changes.NoteAsync(person);
        return outcome;
    }

    private ReportOutcome Write(DbConnection connection, SaidRow said, AuthorityCode office, long now)
    {
        var number = LastingStore.NextNumber(connection);
        switch (said.Feed)
        {
            case RegistrationFeed:
                SaidTable.Register(connection, said, number);
                return new(number, null);
            case TripsFeed:
                SaidTable.Travel(connection, said, number, now);
                return new(number, null);
            default:
                var kind = said.Feed is CentralObservationFeed ? ObservationKind.Central : ObservationKind.Home;
                SaidTable.List(connection, said, number);
                var held = lists.ApplyCall(connection, new(kind, said.Feed.Code, ListSwitch.ByCall, number, office.Value, now));
                ObservationTable.ForgetRows(connection, number);
                return new(number, held.FirstOrDefault()?.Batch);
        }
    }
}
