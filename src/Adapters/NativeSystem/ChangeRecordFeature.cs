using System.Data.Common;
using System.Security.Cryptography;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Storage;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.NativeSystem;

/// <summary><c>GET /v1/changes/records</c>: the region's own operator reads which changes were accepted, signed like the changes themselves.</summary>
internal sealed class ChangeRecordFeature(NativeSystemGate gate, ChangeRecords records, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/changes/records", (HttpContext http, ChangeRecordFeature feature) => feature.Get(http));

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } sha256 || !NativeSystemGate.IsDigest(SHA256.HashData([]), sha256)) return NativeSystemGate.Refusal;
        if (ChangeRecordQuery.Read(http.Request.Query, clock.GetUtcNow(), out var faults) is not { } query)
            return new ProblemResult(new(ProblemType.BadRequest, Errors: faults));
        try
        {
            var page = records.Page(query.From, query.To, query.After, query.Limit + 1);
            return Answer.Json(http, new { Records = page.Take(query.Limit).Select(Written), Next = page.Count > query.Limit ? page[query.Limit - 1].Number : (long?)null });
        }
        catch (DbException)
        {
            return Refusals.Of(ProblemType.Unavailable, "The change records cannot be read at the moment.");
        }
    }

    private static object Written(ChangeRecord record) => new
    {
        record.Number,
        At = ShanghaiDay.Format(record.At),
        record.Authority,
        record.Reason,
        Status = record.Status?.Code(),
        State = record.State.ToString().ToLowerInvariant(),
        Day = record.Day.Compact,
        Passes = record.Indexes.Count,
        record.Indexes,
        record.Nonce,
    };
}
