using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Dependants;

/// <summary>
/// About whom a person may ask, four at most, of at most 16 or at least 60 years: by the other's consent (a one-time code of the other's own
/// session), or by the word of a community office that knows the relation.
/// </summary>
internal sealed class DependantFeature(SessionGate sessions, OfficeGate offices, PersonRegister people, ConsentCodes codes, DependantBook book, TimeProvider clock)
{
    private const int MaxCode = 16;
    private const string Consent = "consent";
    private static readonly IResult TooMany = Refusals.Of(ProblemType.Conflict, $"One person asks about {DependantBook.Most} others at most; end one first: POST /v1/me/dependants/{{id}}/end.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/me/consent-codes", (HttpContext http, DependantFeature feature) => feature.Code(http));
        routes.MapPost("/v1/me/consents/end", (HttpContext http, DependantFeature feature) => feature.WithdrawAsync(http));
        routes.MapGet("/v1/me/dependants", (HttpContext http, DependantFeature feature) => feature.Get(http));
        routes.MapPost("/v1/me/dependants", (HttpContext http, DependantFeature feature) => feature.PostAsync(http));
        routes.MapPost("/v1/me/dependants/{id}/end", (string id, HttpContext http, DependantFeature feature) => feature.EndAsync(id, http));
        routes.MapPost("/v1/desk/dependants", (HttpContext http, DependantFeature feature) => feature.PostDeskAsync(http));
    }

    private IResult Code(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        return Answer.Json(http, new { Code = codes.Issue(session.Person.Lasting), Seconds = (int)ConsentCodes.Life.TotalSeconds });
    }

    private async Task<IResult> WithdrawAsync(HttpContext http) =>
        sessions.Enter(http) is { } session ? Answer.Json(http, new { Ended = await book.EndAllAsync(session.Person.Lasting) }) : sessions.RefusalOf(http);

    private IResult Get(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        return Answer.Json(http, new
        {
            DependantBook.Most,
            Dependants = book.Of(session.Person.Lasting).Select(d => new { d.Dependant.Id, Identity = d.Mask, d.Dependant.By, At = ShanghaiDay.Format(d.Dependant.At) }),
        });
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        var body = RequestBody.Parse(received.Bytes);
        var (name, document, code) = (body.PersonName(), body.Document(), body.Text("code", MaxCode));
        if (document is not null && Age.IsDependant(document, ShanghaiDay.At(clock.GetUtcNow())) is not true)
            body.Fault("documentNumber", "age", $"A dependant is at most {Age.Young} or at least {Age.Old} years old by the document; where it tells no birth date a community office confirms it.（{Age.Young} 岁及以下或 {Age.Old} 岁及以上）");
        if (!body.End() || name is null || document is null || code is null) return Refusals.BadRequest(body);
        var person = people.RefOf(document).Lasting;
        if (!codes.Spend(code, person)) return Refusals.Of(ProblemType.Forbidden, "The code is not one of this person, is over, or was used: it is made by POST /v1/me/consent-codes and good for ten minutes, once.");
        return Told(http, await book.AddAsync(session.Person.Lasting, person, MaskedIdentity.Of(name, document), Consent));
    }

    private async Task<IResult> EndAsync(string id, HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        return await book.EndAsync(session.Person.Lasting, id) ? Answer.Json(http, new { id, ended = true }) : Refusals.NotFound;
    }

    private async Task<IResult> PostDeskAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (offices.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        if (office.Code.Office != OfficeLadder.Community) return Refusals.Of(ProblemType.Forbidden, "A community office confirms who belongs to a household.");
        var body = RequestBody.Parse(received.Bytes);
        var (name, document, other) = (body.PersonName(), body.Document(), body.Object("guardian"));
        var (guardianName, guardian) = (other?.PersonName(), other?.Document());
        other?.End();
        if (document is not null && Age.IsDependant(document, ShanghaiDay.At(clock.GetUtcNow())) is false)
            body.Fault("documentNumber", "age", $"A dependant is at most {Age.Young} or at least {Age.Old} years old.");
        if (!body.End() || name is null || document is null || guardianName is null || guardian is null) return Refusals.BadRequest(body);
        return Told(http, await book.AddAsync(people.RefOf(guardian).Lasting, people.RefOf(document).Lasting, MaskedIdentity.Of(name, document), office.Code.Value));
    }

    private static IResult Told(HttpContext http, string? id) => id is null ? TooMany : Answer.Json(http, new { id }, StatusCodes.Status201Created);
}
