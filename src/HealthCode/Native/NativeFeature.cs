using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Determination;
using HealthBao.HealthCode.Notices;
using HealthBao.HealthCode.Paper;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Native;

/// <summary><c>POST /jkb/partner/healthStatus</c>: 健康宝's partner interface, native errors inside HTTP 200.</summary>
internal sealed class NativeFeature(PartnerSeal seal, NativeCodes codes, PaperCodes papers, PersonRegister people, DetermineStatus determine, ToldToday told, StatusChanges changes, TimeProvider clock, ILogger<NativeFeature> logger)
{
    public const string Path = "/jkb/partner/healthStatus";

    internal const int MaxBytes = 16 * 1024;
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, (HttpContext http, NativeFeature feature) => feature.PostAsync(http));

    private async Task<IResult> PostAsync(HttpContext http)
    {
        var body = new byte[MaxBytes + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        return Results.Json(length > MaxBytes ? NativeAnswers.Refuse(NativeRefusal.BadRequest) : await AnswerAsync(http.Request.Headers, body[..length]), Plain, "application/json;charset=UTF-8");
    }

    private async Task<object> AnswerAsync(IHeaderDictionary headers, byte[] body)
    {
        if (seal.Check(headers, body) is { } refusal) return NativeAnswers.Refuse(refusal);
        if (NativeQuestion.Parse(body) is not { } question) return NativeAnswers.Refuse(NativeRefusal.BadRequest);
        try
        {
            if (question.QrCode is { } content) return (codes.Find(content) ?? papers.Find(content)) is { } code ? await TellAsync(new(code.Person, null), code.Identity) : NativeAnswers.NothingHeld();
            if (!DocumentCodes.TryRead(question.IdCardType, out var type) || !PersonName.TryCreate(question.Name, out var name)
                || IdentityDocument.TryCreate(type, question.IdCard, out var document) != DocumentFault.None) return NativeAnswers.NothingHeld();
            return await TellAsync(PersonAsked.Of(people, name!, document!), MaskedIdentity.Of(name!, document!));
        }
        catch (DbException e)
        {
            // What cannot be looked up is said of nobody.
            logger.QuestionFailed(e.GetType().Name, e.StackTrace);
            return NativeAnswers.Refuse(NativeRefusal.Failed);
        }
    }

    private async Task<object> TellAsync(PersonAsked question, MaskedIdentity identity)
    {
        while (true)
        {
            var (epoch, today) = (changes.Epoch, people.Today);
            var said = await determine.OfAsync(question, clock.GetUtcNow());
            // By a code the person is known, of whom nothing is held; by a document that nobody knows nothing more is said.
            if (said.Status == HealthStatus.NotHeld && question.Name is not null) return NativeAnswers.NothingHeld();
            var subject = today.SubjectOf(question.Person.Lasting);
            await told.RememberAsync(question.Person, subject, said);
            // A change that came in between has not seen what was remembered here.
            if (changes.Epoch == epoch) return NativeAnswers.Tell(said, identity, subject);
        }
    }
}
