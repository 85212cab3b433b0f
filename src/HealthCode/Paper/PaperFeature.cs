using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Dependants;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Paper;

/// <summary>
/// <c>POST /v1/desk/paper-passes</c>, <c>POST /v1/me/paper-passes</c>: the day's status on paper for somebody without a phone, by an office
/// or for a dependant. On record for that person like a question.
/// </summary>
internal sealed class PaperFeature(SessionGate sessions, OfficeGate offices, PersonRegister people, DetermineStatus determine, DependantBook book, PaperCodes codes)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/desk/paper-passes", (HttpContext http, PaperFeature feature) => feature.PostDeskAsync(http));
        routes.MapPost("/v1/me/paper-passes", (HttpContext http, PaperFeature feature) => feature.PostAsync(http));
    }

    private async Task<IResult> PostDeskAsync(HttpContext http)
    {
        var received = await ReceivedBody.ReadAsync(http);
        if (received.Refusal is { } refusal) return refusal;
        if (offices.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(received.Bytes))) return OfficeGate.Refusal;
        var body = RequestBody.Parse(received.Bytes);
        var (name, document) = (body.PersonName(), body.Document());
        return !body.End() || name is null || document is null ? Refusals.BadRequest(body) : await PrintAsync(http, name, document, office.Code.Value, office.Code.Value);
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
            ? await PrintAsync(http, name, document, $"{session.Identity.Name} {session.Identity.DocumentNumber}", "")
            : Refusals.Of(ProblemType.Forbidden, "A paper is printed for a dependant only: POST /v1/me/dependants first, or have an office print it.（请先添加被查询人，或到社区打印）");
    }

    private async Task<IResult> PrintAsync(HttpContext http, PersonName name, IdentityDocument document, string asker, string issuer)
    {
        var (person, identity) = (people.RefOf(document), MaskedIdentity.Of(name, document));
        await book.NoteAsync(person.Lasting, asker);
        var said = await determine.OfAsync(name, document);
        // Of a person whom nobody knows by this name a scan must not tell what is known by another one.
        var code = said.Status == HealthStatus.NotHeld ? null : await codes.IssueAsync(person, identity);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = PaperPage.Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Content(PaperPage.Of(said, identity, code?.Content, issuer), "text/html; charset=utf-8");
    }
}
