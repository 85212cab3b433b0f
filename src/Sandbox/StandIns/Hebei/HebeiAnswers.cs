using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Sandbox.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HealthBao.Sandbox.StandIns.Hebei;

/// <summary>The province's answers, quirks included: JSON inside JSON and <c>healthyStaus</c>.</summary>
internal static class HebeiAnswers
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static object Nobody { get; } = new { fxdj = "20", hasWarm = "暂无信息", warnType = "", warmMsgs = Array.Empty<string>(), uuid = "", content = "" };

    public static JsonHttpResult<object> Ok(object data) => TypedResults.Json<object>(new { errcode = 0, errmsg = "", data }, Web);

    public static JsonHttpResult<object> Error(int errcode, string errmsg) =>
        TypedResults.Json<object>(new { errcode, errmsg, data = (object?)null }, Web);

    public static object About(Citizen citizen)
    {
        var warned = citizen.Native == "00-warn";
        var code = warned ? "00" : citizen.Native;
        // The front of the disputed person's file was never updated; only the last report was.
        var shown = citizen.DocumentNumber == HebeiCast.Disputed ? "00" : code;
        return new
        {
            fxdj = shown,
            hasWarm = Warm(shown),
            warnType = warned ? "02" : "",
            warmMsgs = warned ? ["近14日行程待核实"] : Array.Empty<string>(),
            uuid = citizen.Subject,
            content = JsonSerializer.Serialize(Content(citizen, shown, code), Web),
        };
    }

    public static string Zjlx(DocumentType type) => type switch
    {
        DocumentType.ResidentId => "10",
        DocumentType.HmTravelPermit => "14",
        DocumentType.TaiwanTravelPermit => "15",
        DocumentType.HmtResidencePermit => "16",
        DocumentType.Passport => "20",
        DocumentType.ForeignPermanentResidentId => "34",
        _ => "99",
    };

    private static object Content(Citizen citizen, string first, string last) => new
    {
        data = new
        {
            person = new
            {
                desensitizeName = citizen.Masked.Name.ToString(),
                desensitizeCardId = citizen.Masked.DocumentNumber,
                zjlx = Zjlx(citizen.DocumentType),
            },
            healthyReport = new[] { new { healthyStaus = first }, new { healthyStaus = last } },
            yqReports = Array.Empty<string>(),
        },
    };

    private static string Warm(string fxdj) => fxdj switch
    {
        "00" => "未见异常",
        "01" => "居家观察",
        "10" => "集中观察",
        _ => "暂无信息",
    };
}
