using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Dependants;

/// <summary>
/// <c>POST /v1/me/proxy-queries</c>: a person asks about a dependant. <c>POST /v1/desk/proxy-queries</c>: an office asks about whoever stands
/// at its counter without a phone. <c>GET /v1/me/proxy-queries</c>: who asked about oneself.
/// </summary>
internal sealed class ProxyQueryFeature(SessionGate sessions, OfficeGate offices, PersonRegister people, DetermineStatus determine, DependantBook book)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/me/proxy-queries", (HttpContext http, ProxyQueryFeature feature) => feature.PostAsync(http));
        routes.MapGet("/v1/me/proxy-queries", (HttpContext http, ProxyQueryFeature feature) => feature.Get(http));
        routes.MapPost("/v1/desk/proxy-queries", (HttpContext http, ProxyQueryFeature feature) => feature.PostDeskAsync(http));
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        if (!body.End() || name is null || document is null) return Refusals.BadRequest(body);
        return book.May(session.Person.Lasting, people.RefOf(document).Lasting)
            ? await AnswerAsync(http, name, document, $"{session.Identity.Name} {session.Identity.DocumentNumber}")
            : Refusals.Of(ProblemType.Forbidden, "You may ask about a dependant only: POST /v1/me/dependants with a code of that person's own session, or have your community confirm the relation.（请先添加被查询人）");
    }

    private async Task<IResult> PostDeskAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (offices.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        return !body.End() || name is null || document is null ? Refusals.BadRequest(body) : await AnswerAsync(http, name, document, office.Code.Value);
    }

    private IResult Get(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session) return sessions.RefusalOf(http);
        var asked = session.Linked.Select(l => l.Person.Lasting).Prepend(session.Person.Lasting).SelectMany(book.Asked).OrderByDescending(q => q.At);
        return Answer.Json(http, new { Queries = asked.Select(q => new { At = ShanghaiDay.Format(q.At), q.Asker }) });
    }

    // On record for the person asked about before anything is told.
    private async Task<IResult> AnswerAsync(HttpContext http, PersonName name, IdentityDocument document, string asker)
    {
        await book.NoteAsync(people.RefOf(document).Lasting, asker);
        return Answer.Json(http, ProxyReply.Of(await determine.OfAsync(name, document), MaskedIdentity.Of(name, document)));
    }
}
