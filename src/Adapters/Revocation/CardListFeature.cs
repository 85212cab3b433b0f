using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Pass;

namespace HealthBao.Adapters.Revocation;

/// <summary>
/// <c>GET /.well-known/crl/{kid}.json</c>: the card revocation list of a key, for foreign card verifiers; the same record as the status list.
/// Source: https://spec.smarthealth.cards/ (revocation).
/// </summary>
internal sealed class CardListFeature(RegionFolder region, DayKeys days)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/crl/{file}", (string file, CardListFeature feature) => feature.Get(file));

    private IResult Get(string file)
    {
        var store = new[] { days.Today, days.Tomorrow }.FirstOrDefault(d => file == d.Key.Kid + ".json");
        if (store is null || store.Status.Snapshot() is not { Version: > 0 } status) return Refusals.NotFound;
        var rids = status.List.Marked.Select(i => new PassId(region.Participant.Issuer, store.Day, i).Rid);
        return new PublicDocument(Answer.Bytes(new { kid = store.Key.Kid, method = "rid", ctr = status.Version, rids }), "application/json", MaxAge);
    }
}
