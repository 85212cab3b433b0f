using System.Text;
using HealthBao.Adapters.Regions.Tianjin;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns.Tianjin;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthBao.Sandbox.StandIns;

/// <summary>Tianjin's open platform with made-up people behind it.</summary>
public static class TianjinStandIn
{
    public static void Map(IEndpointRouteBuilder app, Population people, TianjinStandInSettings settings, TimeProvider clock)
    {
        var seal = new TianjinSeal(settings, clock);
        app.MapPost(TianjinSource.Path, async (HttpRequest request) =>
        {
            var body = await RequestBody.ReadAsync(request);
            return Results.Text(Answer(body), "text/xml", Encoding.UTF8);
        });

        string Answer(byte[]? body)
        {
            if (body is null || Form(body) is not { } form) return TianjinAnswers.Refuse(TianjinRefusal.Invalid("parameter"));
            if (seal.Check(form) is { } refusal) return TianjinAnswers.Refuse(refusal);
            if (TianjinQuestion.Parse(form["method"], form["biz_content"]) is not { } question)
                return TianjinAnswers.Refuse(TianjinRefusal.Invalid("parameter"));
            return Find(people, question) is { } citizen
                ? TianjinAnswers.Tell(citizen, clock.GetUtcNow())
                : TianjinAnswers.Refuse(TianjinRefusal.UserNotFound);
        }
    }

    private static Dictionary<string, string>? Form(byte[] body)
    {
        var pairs = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        return pairs.All(p => p.Value.Count == 1) ? pairs.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal) : null;
    }

    private static Citizen? Find(Population people, TianjinQuestion question)
    {
        if (question.CodeContent is { } code) return people.FindByCode(code);
        if (people.FindByDocument(question.CertNo!) is not { } citizen) return null;
        var same = SameText.Is(citizen.Name, question.UserName!) & TianjinDocumentKinds.Native(citizen.DocumentType) == question.CertType;
        return same ? citizen : null;
    }
}
