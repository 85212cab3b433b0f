using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>What Tianjin's health code said of one person.</summary>
/// <param name="Colour">The native code: <c>green</c>, <c>orange</c>, <c>red</c>, <c>init</c>; empty when the person is unknown.</param>
/// <param name="Person">Whom, masked by the source; null when the person (or the code content) is unknown.</param>
/// <param name="Subject"><c>user_id</c>. Personal data.</param>
/// <param name="AsOf"><c>refresh_time</c>, or the receipt where it is empty; never after the receipt.</param>
public sealed record TianjinRecord(string Colour, MaskedIdentity? Person, string Subject, DateTimeOffset AsOf)
{
    private const string Success = "10000";
    private const string BusinessFailure = "40004";
    private const string UserNotFound = "USER_NOT_FOUND";
    private const int MaxColourLength = 16;
    private const int MaxSubjectLength = 64;

    // A clock of their own: a little ahead is the same instant, more is another time altogether.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>Reads an answer that was received now to a question about this kind of document (null: asked by code).</summary>
    public static SourceAnswer<TianjinRecord> Parse(SourceReply reply, DateTimeOffset now, DocumentType? asked)
    {
        if (!TianjinReply.Parse(reply).TryGet(out var response, out var fault)) return fault;
        return response["code"] switch
        {
            Success => ReadPerson(response, now, asked),
            BusinessFailure when response["sub_code"] == UserNotFound => new TianjinRecord("", null, "", now),
            "" => SourceFault.Unreadable,
            _ => SourceFault.Faulted,
        };
    }

    public override string ToString() => $"{Colour} {Person?.Name}";

    private static SourceAnswer<TianjinRecord> ReadPerson(TianjinReply response, DateTimeOffset now, DocumentType? asked)
    {
        if (!IsColour(response["code_color"])) return SourceFault.Unreadable;
        if (!TianjinDocumentKinds.TryRead(response["cert_type"], out var kind)) return SourceFault.Unreadable;
        if (!AnsweredIdentity.TryRead(response["user_name"], response["cert_no"], kind ?? asked, out var person)) return SourceFault.Unreadable;
        if (response["user_id"] is not { Length: > 0 and <= MaxSubjectLength } subject) return SourceFault.Unreadable;
        var asOf = now;
        if (response["refresh_time"] is { Length: > 0 } refreshed && (!TianjinTime.TryRead(refreshed, out asOf) || asOf > now + Ahead))
            return SourceFault.Unreadable;
        return new TianjinRecord(response["code_color"], person, subject, asOf < now ? asOf : now);
    }

    private static bool IsColour(string text) =>
        text.Length is > 0 and <= MaxColourLength && !text.AsSpan().ContainsAnyExceptInRange('a', 'z');
}
