using System.Text.Json;
using System.Text.Json.Serialization;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Tickets;

namespace HealthBao.HealthCode.Native;

/// <summary>
/// <c>POST /jkb/partner/correction</c>: the adapter passes on a request for correction (<c>ticket</c>, <c>about</c>); the same ticket again asks
/// how far it is. Signed like every call of the partner interface; native errors inside HTTP 200.
/// </summary>
internal sealed class CorrectionCall(PartnerSeal seal, OpenTicket open)
{
    public const string Path = "/jkb/partner/correction";

    private const int MaxText = 64;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 4,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (HttpContext http, CorrectionCall call) => call.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var body = new byte[NativeFeature.MaxBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        return Answer.Json(http, length > NativeFeature.MaxBytes ? NativeAnswers.Refuse(NativeRefusal.BadRequest) : await AnswerAsync(http.Request.Headers, body[..length]));
    }

    private async Task<object> AnswerAsync(IHeaderDictionary headers, byte[] body)
    {
        if (seal.Check(headers, body) is { } refusal) return NativeAnswers.Refuse(refusal);
        if (Parse(body) is not { } said) return NativeAnswers.Refuse(NativeRefusal.BadRequest);
        var ticket = await open.OpenAsync(said.Ticket!, new(null, null, null, "about: " + said.About, null, null, null));
        return NativeAnswers.Sound(new { state = ticket.IsDecided ? ticket.Granted == true ? "granted" : "refused" : ticket.State });
    }

    private static Said? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Said>(body, Strict) is { Ticket.Length: > 0 and <= MaxText, About.Length: > 0 and <= MaxText } said ? said : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Said(string? Ticket, string? About);
}
