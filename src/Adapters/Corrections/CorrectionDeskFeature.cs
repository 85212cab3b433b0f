using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Enquiry;
using HealthBao.Adapters.NativeSystem;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Problems;

namespace HealthBao.Adapters.Corrections;

/// <summary><c>GET /v1/corrections</c>, <c>POST /v1/corrections/{ticket}</c>: the desk of the region's own system sees what waits and moves it on, by signed calls.</summary>
internal sealed class CorrectionDeskFeature(NativeSystemGate gate, AdapterStore store, TimeProvider clock)
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/corrections", (HttpContext http, CorrectionDeskFeature feature) => feature.Get(http));
        routes.MapPost("/v1/corrections/{ticket}", (string ticket, HttpContext http, CorrectionDeskFeature feature) => feature.PostAsync(ticket, http));
    }

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } sha256 || !NativeSystemGate.IsDigest(SHA256.HashData([]), sha256)) return NativeSystemGate.Refusal;
        var now = clock.GetUtcNow();
        return Answer.Json(http, new { Corrections = store.OpenCorrections(Most).Select(t => CorrectionReply.Of(t, now)) });
    }

    private async Task<IResult> PostAsync(string ticket, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } sha256 || !NativeSystemGate.IsDigest(SHA256.HashData(received.Bytes), sha256)) return NativeSystemGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var state = body.Code("state", CorrectionState.Moves);
        if (!body.End() || state is null) return Refusals.BadRequest(body);
        if (store.FindCorrection(ticket) is not { } held) return Refusals.NotFound;
        if (held.State != state && CorrectionState.IsDecided(held.State)) return Refusals.Of(ProblemType.Conflict, "The request is decided and moves no more.");
        store.MoveCorrection(ticket, state);
        return Answer.Json(http, CorrectionReply.Of(held with { State = state }, clock.GetUtcNow()));
    }
}
