using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;

namespace HealthBao.HealthCode.Determination;

/// <summary><c>POST /v1/determinations</c>: an office has a person's status explained. It must be that of the region, or one whose division the matter lies in.</summary>
internal sealed class ExplanationFeature(OfficeGate gate, DetermineStatus determine)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/determinations", (HttpContext http, ExplanationFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        if (!body.End() || name is null || document is null) return Refusals.BadRequest(body);
        var said = await determine.OfAsync(name, document);
        // Who may not know is told what is told of an unknown person.
        return IsIts(office, said) ? Answer.Json(http, ExplanationReply.Of(said)) : Refusals.Of(ProblemType.Forbidden, "Nothing is explained to an office in whose division the matter does not lie.");
    }

    private static bool IsIts(CallingOffice office, Determination said) =>
        office.Code.Division[2..].All(c => c == '0') || (AuthorityCode.TryParse(said.Ground?.Authority, out var authority) && office.Covers(authority.Division));
}
