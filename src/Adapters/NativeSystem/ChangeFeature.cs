using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Problems;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Revocation;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>
/// <c>POST /v1/changes</c>: the region's own system says that a person's status changed, or takes that person's passes back; every pass of
/// the day of that person is superseded or suspended.
/// </summary>
internal sealed class ChangeFeature(RegionFolder region, NativeSystemGate gate, ChangeAcceptance acceptance, ILogger<ChangeFeature> logger)
{
    private const string IdempotencyKeyHeader = "Idempotency-Key";
    private const int MaxKey = 64;
    private const int RetryAfterSeconds = 1;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/changes", (HttpContext http, ChangeFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } sha256 || !NativeSystemGate.IsDigest(SHA256.HashData(received.Bytes), sha256)) return NativeSystemGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var key = KeyOf(http, body);
        if (new ChangeReading(body, region).Read() is not { } change)
        {
            logger.ChangeRefused(region.Code, string.Join(", ", body.Faults.Select(f => $"{f.Field} {f.Fault}")));
            return Refusals.BadRequest(body);
        }

        return await acceptance.AcceptAsync(change, key, http.Request.Headers[NativeSystemCall.NonceHeader]!, http.RequestAborted) switch
        {
            ChangeOutcome.InForce { Passes: var passes, Record: var record } => Answer.Json(http, new
            {
                Superseded = change.State == PassState.Superseded ? passes : 0,
                Suspended = change.State == PassState.Suspended ? passes : 0,
                record,
            }),
            ChangeOutcome.KeyTaken => Refused(ProblemType.Conflict, "This Idempotency-Key named another change today; repeat that one as it was, or use a new key."),
            _ => new ProblemResult(new(ProblemType.Unavailable, "The change could not be recorded, and nothing was changed for it; tell it again."), RetryAfterSeconds),
        };
    }

    private IResult Refused(ProblemType type, string detail)
    {
        logger.ChangeRefused(region.Code, type.Name);
        return Refusals.Of(type, detail);
    }

    private static string? KeyOf(HttpContext http, RequestBody body)
    {
        var values = http.Request.Headers[IdempotencyKeyHeader];
        if (values.Count == 0) return null;
        var sound = values is [{ Length: >= 1 and <= MaxKey } text] && text.All(c => c is > ' ' and <= '~');
        return sound ? values[0] : body.Fault(IdempotencyKeyHeader, "format", $"It must stand once, with 1 to {MaxKey} visible ASCII characters.");
    }
}
