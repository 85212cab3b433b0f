using HealthBao.Adapters.Issuing;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Revocation;

/// <summary><c>GET /status/{yyyyMMdd}</c>: today's status list.</summary>
internal sealed class StatusListFeature(DayKeys days, StatusListPublication publication)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/status/{day}", (string day, StatusListFeature feature) => feature.GetAsync(day));

    private async Task<IResult> GetAsync(string day) =>
        ShanghaiDay.TryParseCompact(day, out var asked) && days.Find(asked) is { } store ? await publication.CurrentAsync(store) : Refusals.NotFound;
}
