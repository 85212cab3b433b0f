using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Feeds.Trips;
using static HealthBao.Contracts.Status.HealthStatus;

namespace HealthBao.HealthCode.Determination;

/// <summary>
/// The rules, in their order: the first that applies decides. Red of the CDC over yellow of the community over what cannot be confirmed over
/// green; green for a registered person only, whom fresh lists do not name. The last one always applies.
/// </summary>
internal static class Rules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("central-observation", CentralObservation, "2",
            new("疾控名单在列，尚未解除", "The CDC's list names the person, who has not been released."),
            f => f.Central is not null && !f.CentralDropped, f => Of(f.Central), f => f.Central!.Reason),
        new("home-observation", HomeObservation, "1",
            new("社区报告居家观察，或解除集中观察后未满 14 天、或社区尚未确认解除", "Under home observation by the community's report or after release, until 14 days and the community's word."),
            f => f.Home is not null && !f.HomeDropped, f => Of(f.Home), f => f.Home!.Reason),
        new("central-dropped", CannotConfirm, "-3",
            new("曾在疾控名单，今日名单未列，且无解除记录", "Was on the CDC's list, is missing from today's, and no row says released."),
            f => f.Central is not null, f => Of(f.Central), _ => "data-conflict"),
        new("home-dropped", CannotConfirm, "-3",
            new("曾报告居家观察，今日报告未列，且无解除记录", "Was reported under home observation, is missing from today's report, and no row says released."),
            f => f.Home is not null, f => Of(f.Home), _ => "data-conflict"),
        new("source-late", CannotConfirm, "-3",
            new("今日数据尚未更新，与您个人无关", "Today's data are not here yet; it has nothing to do with the person."),
            f => f.Late is not null, f => new(f.Late!.Code, null, null, null, null), _ => "data-ended"),
        new("registered-twice", CannotConfirm, "11",
            new("同一证件号码登记了不同姓名", "The same number is registered under different names."),
            f => f.Registration is { IsContradictory: true }, f => Of(f.Registration), _ => "data-conflict"),
        new("trip-refuted", CannotConfirm, "-7",
            new("社区核验行程不符", "The community found that a trip was otherwise than declared."),
            f => f.Trip is { Check: TripCheck.Refuted }, f => Of(f.Trip), _ => "trip-unverified"),
        new("trip-land-port", CannotConfirm, "51",
            new("经陆路口岸的行程待核验", "A trip over a land port is to be verified."),
            f => f.Trip is { Check: TripCheck.Declared, IsLandPort: true }, f => Of(f.Trip), _ => "trip-unverified"),
        new("trip-unverified", CannotConfirm, "-7",
            new("近 14 天行程待核验", "A trip of the last 14 days is to be verified."),
            f => f.Trip is { Check: TripCheck.Declared }, f => Of(f.Trip), _ => "trip-unverified"),
        new("registered-elsewhere", CannotConfirm, "4",
            new("登记为外地居住，不在本系统范围", "Registered as living elsewhere, outside what this system answers for."),
            f => f.Registration is { Category: RegistrationCategory.Elsewhere }, f => Of(f.Registration), _ => "data-ended"),
        new("registered-transit", CannotConfirm, "41",
            new("登记为过境，不在本系统范围", "Registered as passing through, outside what this system answers for."),
            f => f.Registration is { Category: RegistrationCategory.Transit }, f => Of(f.Registration), _ => "data-ended"),
        new("commuter", NoAbnormality, "30",
            new("已登记（通勤），最新名单均未列", "Registered as a commuter, and no fresh list names the person."),
            f => f.Registration is { Category: RegistrationCategory.Commuter }, f => Of(f.Registration), GreenReason),
        new("registered", NoAbnormality, "0",
            new("已登记，最新名单均未列", "Registered, and no fresh list names the person."),
            f => f.Registration is not null, f => Of(f.Registration), GreenReason),
        new("not-held", NotHeld, "-1",
            new("未查到登记信息", "Not registered here, and no list names the person."),
            _ => true, _ => new(RegistrationFeed.Name, null, null, null, null), _ => "data-ended"),
    ];

    /// <summary>The rule that decides.</summary>
    public static Rule For(Facts facts) => All.First(r => r.Applies(facts));

    private static Ground? Of(Observation? observation) =>
        observation is null ? null : new(observation.Feed, observation.File, observation.Row, observation.Since, observation.Authority);

    private static Ground? Of(Registered? registration) =>
        registration is null ? null : new(RegistrationFeed.Name, registration.File, registration.Row, registration.At, $"{Feeds.DivisionCell.Format(registration.Division)}/COMMUNITY");

    private static Ground? Of(TripFact? trip) => trip is null ? null : new(TripsFeed.Name, trip.File, trip.Row, trip.At, null);

    private static string GreenReason(Facts facts) =>
        facts.HomeOver is not null ? "observation-ended" : facts.Trip is { Check: TripCheck.Verified } ? "trip-verified" : "registered";
}
