using System.Globalization;
using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Feeds.Registration;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.FollowUp;

/// <summary>
/// <c>GET /v1/feeds/registration/follow-up</c>, <c>POST /v1/feeds/registration/follow-up/{id}</c>: whom a community has to look after, since
/// the row that should have registered them was rejected. An office sees its own division and those below: 市, 区, 街道, 居委.
/// </summary>
internal sealed class FollowUpFeature(OfficeGate gate, FeedsInForce feeds, LastingStore lasting, TimeProvider clock)
{
    private const int Usual = 100;
    private const int Most = 1000;
    private static readonly string[] Outcomes = ["registered", "moved", "not-resident", "not-found"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/feeds/registration/follow-up", (HttpContext http, FollowUpFeature feature) => feature.Get(http));
        routes.MapPost("/v1/feeds/registration/follow-up/{id:long}", (long id, HttpContext http, FollowUpFeature feature) => feature.PostAsync(id, http));
    }

    private IResult Get(HttpContext http)
    {
        if (gate.Enter(http) is not { } office) return OfficeGate.Refusal;
        if (office.Code.Office != RegistrationFeed.Instance.Role) return Refusals.Of(ProblemType.Forbidden);
        var query = http.Request.Query;
        var division = query["division"] is [{ } asked] ? asked : office.Code.Division;
        if (division.Length is not (6 or 9 or 12) || !division.All(char.IsAsciiDigit) || !TryNumber(query["after"], 0, long.MaxValue, out var after) || !TryNumber(query["limit"], Usual, Most, out var limit))
            return Refusals.Of(ProblemType.BadRequest, $"division has 6, 9 or 12 digits; after is an item's id; limit lies between 1 and {Most}.");
        if (!office.Covers(division)) return Refusals.Of(ProblemType.Forbidden, "An office sees its own division and those below it.");
        var generation = feeds.Of(RegistrationFeed.Name, ShanghaiDay.At(clock.GetUtcNow()))?.Generation ?? 0;
        var range = RangeOf(division);
        var (total, page) = lasting.Read(c => (FollowUpTable.Count(c, generation, range), FollowUpTable.Page(c, generation, range, after, (int)limit + 1)));
        return Answer.Json(http, new { Open = total, Items = page.Take((int)limit).Select(Written), Next = page.Count > limit ? page[(int)limit - 1].Id : (long?)null });
    }

    private async Task<IResult> PostAsync(long id, HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (gate.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        if (office.Code.Office != RegistrationFeed.Instance.Role) return Refusals.Of(ProblemType.Forbidden);
        var body = RequestBody.Parse(received.Bytes);
        var outcome = body.Code("outcome", Outcomes);
        if (!body.End() || outcome is null) return Refusals.BadRequest(body);
        var closed = await lasting.WriteAsync(c => FollowUpTable.Close(c, id, RangeOf(office.Code.Division), outcome, office.Code.Value, clock.GetUtcNow().ToUnixTimeSeconds()));
        return closed ? Answer.Json(http, new { id, outcome }) : Refusals.NotFound;
    }

    // Rows that name no division belong to the region's own office.
    private static (long First, long Last) RangeOf(string division)
    {
        var range = DivisionCell.RangeOf(division);
        return division[2..].All(c => c == '0') ? range with { First = 0 } : range;
    }

    private static bool TryNumber(string? text, long usual, long most, out long number)
    {
        number = usual;
        return text is null || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most && (most == long.MaxValue || number > 0));
    }

    private static object Written(FollowUpItem item) => new
    {
        item.Id,
        item.Line,
        item.Column,
        item.Fault,
        RowFaultKind.All.First(k => k.Code == item.Fault).Words,
        Division = item.Division == 0 ? null : DivisionCell.Format(item.Division),
        item.Name,
        item.Number,
    };
}
