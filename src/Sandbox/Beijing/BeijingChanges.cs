using System.Text.Json;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Feeds;
using HealthBao.HealthCode.Feeds.Reporting;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;

namespace HealthBao.Sandbox.Beijing;

/// <summary>
/// Gives a made-up person another code by what the offices would report. Only the sandbox forgets what was reported before, so that red can
/// turn green without two weeks in between; what needs a list is done by new files.
/// </summary>
internal sealed class BeijingChanges(
    Population people, PersonRegister register, LastingStore lasting, TakeReport reports, BeijingFeeder feeder, StatusChanges changes, NoticeDelivery notices, AdapterNotice adapter, TimeProvider clock)
{
    private const string Withdrawn = "pass-withdrawn";
    private static readonly string[] Known = ["0", "30", "1", "2", "-1", "-3", "-7", "51", "4", "41", "11"];

    public async Task<IResult> ApplyAsync(NativeChange change, CancellationToken cancellation)
    {
        if (people.FindByDocument(change.DocumentNumber) is null) return Results.NotFound();
        if (!Known.Contains(change.Native)) return Results.Problem($"Beijing's system determines only {string.Join(", ", Known)}.", statusCode: 400);
        var citizen = people.SetNative(change.DocumentNumber, change.Native)!;
        var subject = register.Today.SubjectOf(register.RefOf(BeijingSystem.DocumentOf(citizen)).Lasting);
        if (change.Reason == Withdrawn)
            return Results.Json(await adapter.TellAsync(citizen with { Subject = subject }, new(change.Authority ?? NativeDecision.UsualFor(citizen).Authority, Withdrawn), cancellation), JsonSerializerOptions.Web);
        await ForgetAsync(citizen);
        if (await ReportAsync(citizen, change) is { } refused) return refused;
        await changes.SweepAsync();
        return Results.Json(new NoticeOutcome(await notices.DeliverAsync(cancellation), StatusCodes.Status200OK), JsonSerializerOptions.Web);
    }

    private Task<int> ForgetAsync(Citizen citizen)
    {
        var person = register.RefOf(BeijingSystem.DocumentOf(citizen)).Lasting.ToBytes();
        return lasting.WriteAsync(c =>
        {
            foreach (var table in (string[])["observation", "registered", "registered_otherwise", "trip"]) c.Run($"DELETE FROM {table} WHERE person = @person", ("@person", person));
            return 0;
        });
    }

    private async Task<IResult?> ReportAsync(Citizen citizen, NativeChange change)
    {
        var now = ShanghaiDay.Format(clock.GetUtcNow());
        var today = now[..10];
        var community = change.Authority is { } named && named.EndsWith("/COMMUNITY", StringComparison.Ordinal) ? named : BeijingFiles.CommunityOf(citizen);
        switch (change.Native)
        {
            case "2":
                return await TakeAsync("central-observation", citizen, change.Authority ?? "110000/CDC", ("state", "observed"), ("reason", change.Reason ?? "cdc-list"), ("at", now), ("authority", change.Authority ?? "110000/CDC"));
            case "1":
                return await TakeAsync("home-observation", citizen, community, ("state", "observed"), ("reason", change.Reason ?? "community-report"), ("from", today), ("until", EndOf(today)), ("authority", community));
            case "0" or "30" or "4" or "41":
                return await TakeAsync("trips", citizen, community, ("origin", "110000"), ("destination", "110000"), ("date", today), ("mode", "road"), ("check", "verified"), ("authority", community))
                    ?? await TakeAsync("registration", citizen, community, ("category", BeijingFiles.CategoryOf(citizen.Native)), ("division", community.Split('/')[0]), ("at", now));
            case "-7" or "51":
                return await TakeAsync("trips", citizen, community, ("origin", "420100"), ("destination", "110000"), ("date", today), ("mode", change.Native == "51" ? "land-port" : "rail"), ("check", "declared"));
            default:
                await feeder.FeedAsync(again: true, CancellationToken.None);
                return null;
        }
    }

    private static string EndOf(string today) => DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture).AddDays(14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IResult?> TakeAsync(string feed, Citizen citizen, string office, params (string Member, string Value)[] cells)
    {
        var row = new Dictionary<string, string> { ["name"] = citizen.Name, ["documentType"] = DocumentCodes.DigitOf(citizen.DocumentType).ToString(), ["documentNumber"] = citizen.DocumentNumber };
        foreach (var (member, value) in cells) row[member] = value;
        var body = Contracts.Problems.RequestBody.Parse(JsonSerializer.SerializeToUtf8Bytes(row));
        if (!AuthorityCode.TryParse(office, out var code) || code.Office != Feed.Find(feed)!.Role) return Results.Problem($"{Feed.Find(feed)!.Role} decides about this.", statusCode: 400);
        return await reports.TakeAsync(Feed.Find(feed)!, body, code) is null ? Results.Problem(string.Join(' ', body.Faults.Select(f => f.Detail)), statusCode: 400) : null;
    }
}
