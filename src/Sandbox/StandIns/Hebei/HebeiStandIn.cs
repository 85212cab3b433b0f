using System.Text.Json;
using HealthBao.Sandbox.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HealthBao.Sandbox.StandIns.Hebei;

/// <summary>The province's own system, as far as others see it: two steps by code, one by document, always HTTP 200.</summary>
public static class HebeiStandIn
{
    public static void Map(IEndpointRouteBuilder app, Population people, TimeProvider clock)
    {
        var tickets = new HebeiTickets(clock);
        var group = app.MapGroup("/hbjkm");
        group.MapPost("/code/validateCode", (JsonElement body) => ValidateCode(Text(body, "qrCode"), people, tickets));
        group.MapPost("/userHealth/validateInfo", (JsonElement body) => ValidateInfo(Text(body, "bizExtData"), people, tickets));
        group.MapPost("/userHealth/queryInfo", (JsonElement body) => QueryInfo(body, people));
    }

    private static JsonHttpResult<object> ValidateCode(string qrCode, Population people, HebeiTickets tickets) =>
        people.FindByCode(qrCode) is { } citizen
            ? HebeiAnswers.Ok(new { bizExtData = tickets.Issue(citizen.DocumentNumber) })
            : HebeiAnswers.Error(404, "二维码无效");

    private static JsonHttpResult<object> ValidateInfo(string bizExtData, Population people, HebeiTickets tickets) =>
        tickets.TryRedeem(bizExtData, out var number) && people.FindByDocument(number) is { } citizen
            ? HebeiAnswers.Ok(HebeiAnswers.About(citizen))
            : HebeiAnswers.Error(1001, "请求已失效，请重新扫码");

    private static JsonHttpResult<object> QueryInfo(JsonElement body, Population people)
    {
        var citizen = people.FindByDocument(Text(body, "zjhm"));
        var matches = citizen is not null
            && citizen.Name == Text(body, "name")
            && HebeiAnswers.Zjlx(citizen.DocumentType) == Text(body, "zjlx");
        return HebeiAnswers.Ok(matches ? HebeiAnswers.About(citizen!) : HebeiAnswers.Nobody);
    }

    private static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
