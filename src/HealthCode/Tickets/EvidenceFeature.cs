using System.Security.Cryptography;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Problems;
using HealthBao.HealthCode.Settings;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tickets;

/// <summary><c>POST /v1/tickets/{number}/evidence</c>: the bytes of one paper, bounded, of three kinds told by their first bytes, sealed at rest.</summary>
internal sealed class EvidenceFeature(TicketReader reader, TicketBook book, IOptions<TicketOptions> options)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/tickets/{number}/evidence", (string number, HttpContext http, EvidenceFeature feature) => feature.PostAsync(number, http));

    private async Task<IResult> PostAsync(string number, HttpContext http)
    {
        var (ticket, office, refusal) = await reader.FindAsync(http, number);
        if (ticket is null) return refusal!;
        var most = options.Value.EvidenceBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = most + 1;
        var tooLarge = Refusals.Of(ProblemType.TooLarge, $"A piece of evidence has at most {most} bytes.");
        if (http.Request.ContentLength > most) return tooLarge;
        var buffer = new byte[(http.Request.ContentLength ?? most) + 1];
        var length = await http.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (length > most) return tooLarge;
        var bytes = buffer[..length];
        if (office is not null && !office.IsOf(SHA256.HashData(bytes))) return OfficeGate.Refusal;
        if (Evidence.KindOf(bytes) is not { } kind) return Refusals.Of(ProblemType.UnsupportedMediaType, $"Evidence is {Evidence.Kinds}; what came begins like none of them.");
        var piece = await book.AttachAsync(ticket, kind, bytes);
        return piece == 0
            ? Refusals.Of(ProblemType.Conflict, $"The request is decided, or holds {options.Value.EvidencePieces} pieces already.")
            : Answer.Json(http, new { ticket.Number, Piece = piece, Kind = kind }, StatusCodes.Status201Created);
    }
}
