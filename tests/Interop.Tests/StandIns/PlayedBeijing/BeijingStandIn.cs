using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Sandbox.People;
using HealthBao.Sandbox.StandIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>健康宝's partner interface with made-up people behind it.</summary>
public static class BeijingStandIn
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder app, Population people, BeijingStandInSettings settings, TimeProvider clock)
    {
        var seal = new BeijingSeal(settings, clock);
        app.MapPost(BeijingSource.Path, async (HttpRequest request) =>
        {
            var body = await HealthBao.Sandbox.StandIns.RequestBody.ReadAsync(request);
            return Results.Json(Answer(request.Headers, body), Plain, "application/json;charset=UTF-8");
        });

        object Answer(IHeaderDictionary headers, byte[]? body)
        {
            if (body is null) return BeijingAnswers.Refuse(BeijingRefusal.BadRequest);
            if (seal.Check(headers, body) is { } refusal) return BeijingAnswers.Refuse(refusal);
            if (BeijingQuestion.Parse(body) is not { } question) return BeijingAnswers.Refuse(BeijingRefusal.BadRequest);
            return Find(people, question) is { } citizen ? BeijingAnswers.Tell(citizen, clock.GetUtcNow()) : BeijingAnswers.NothingHeld();
        }
    }

    private static Citizen? Find(Population people, BeijingQuestion question)
    {
        if (question.QrCode is { } code) return people.FindByCode(code);
        if (people.FindByDocument(question.IdCard!) is not { } citizen) return null;
        var same = SameText.Is(citizen.Name, question.Name!) & BeijingDocumentKinds.Native(citizen.DocumentType) == question.IdCardType;
        return same ? citizen : null;
    }
}
