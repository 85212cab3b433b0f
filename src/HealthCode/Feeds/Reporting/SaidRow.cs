using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds.Reporting;

/// <summary>A sound row by call, its person keyed.</summary>
/// <param name="Name">What the name is compared by.</param>
/// <param name="Authority">The office that decided.</param>
internal sealed record SaidRow(Feed Feed, PersonKey Person, ulong Name, FeedRow Row, string Authority)
{
    public override string ToString() => Feed.Code;
}
