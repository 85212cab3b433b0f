using System.Text;
using HealthBao.Adapters.Calls;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Issuing;

/// <summary><c>GET /.well-known/concept-map</c>: the region's map, signed by its enrolment key.</summary>
internal sealed class ConceptMapFeature(RegionFolder region, EnrolmentKey enrolment, TimeProvider clock)
{
    private readonly Lazy<PublicDocument> document = new(() => new(
        Encoding.ASCII.GetBytes(ConceptMapToken.Sign(region.Participant.Issuer, region.MapJson, enrolment.Key, clock.GetUtcNow())), "application/jwt", TimeSpan.FromMinutes(5)));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/concept-map", (ConceptMapFeature feature) => feature.Get());

    private PublicDocument Get() => document.Value;
}
