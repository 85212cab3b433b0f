using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>What 健康宝 said of one person.</summary>
/// <param name="Code">The native code as written, for example <c>-7</c>.</param>
/// <param name="Person">Whom, masked by the source; null only where the answer is <see cref="NothingHeld"/> about nobody.</param>
/// <param name="Subject"><c>userUUID</c>. Personal data.</param>
/// <param name="AsOf"><c>queryTime</c>, never after the receipt.</param>
/// <param name="ValidUntil"><c>invalidTime</c>.</param>
/// <param name="Authority">Who assigned the status.</param>
public sealed record BeijingRecord(
    string Code, MaskedIdentity? Person, string Subject, DateTimeOffset AsOf, DateTimeOffset ValidUntil, string Authority)
{
    public const string NothingHeld = "-1";

    private const int MaxCodeLength = 8;
    private const int MaxSubjectLength = 64;

    // Minutes only, and a clock of their own: a little ahead is the same instant, more is another time altogether.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    /// <summary>Reads an answer that was received now to a question about this kind of document (null: asked by code).</summary>
    public static SourceAnswer<BeijingRecord> Parse(SourceReply reply, DateTimeOffset now, DocumentType? asked)
    {
        if (!BeijingReply.Parse(reply).TryGet(out var envelope, out var fault)) return fault;
        return Of(envelope, now, asked);
    }

    internal static SourceAnswer<BeijingRecord> Of(BeijingReply reply, DateTimeOffset now, DocumentType? asked)
    {
        if (reply.Errcode != BeijingReply.Sound) return SourceFault.Faulted;
        if (reply.Data is not { } data || !IsCode(data.Code)) return SourceFault.Unreadable;
        if (data is { Code: NothingHeld, IsAboutNobody: true })
            return new BeijingRecord(NothingHeld, null, "", now, DateTimeOffset.MaxValue, OfficeOf(data.DataSource));
        if (!BeijingDocumentKinds.TryRead(data.IdCardType, out var kind)) return SourceFault.Unreadable;
        if (!AnsweredIdentity.TryRead(data.Name, data.IdCard, kind ?? asked, out var person)) return SourceFault.Unreadable;
        if (data.Code == NothingHeld)
            return new BeijingRecord(NothingHeld, person, "", now, DateTimeOffset.MaxValue, OfficeOf(data.DataSource));
        if (data.UserUUID is not { Length: > 0 and <= MaxSubjectLength } subject) return SourceFault.Unreadable;
        if (!BeijingTime.TryRead(data.QueryTime, now, out var asOf) || asOf > now + Ahead) return SourceFault.Unreadable;
        if (!BeijingTime.TryRead(data.InvalidTime, now, out var until)) return SourceFault.Unreadable;
        return new BeijingRecord(data.Code!, person, subject, asOf < now ? asOf : now, until, OfficeOf(data.DataSource));
    }

    public override string ToString() => $"{Code} {Person?.Name}";

    private static bool IsCode(string? code) =>
        code is { Length: > 0 and <= MaxCodeLength } && code.AsSpan(code[0] == '-' ? 1 : 0) is { Length: > 0 } digits
        && !digits.ContainsAnyExceptInRange('0', '9');

    private static string OfficeOf(string? dataSource) => dataSource switch
    {
        "CDC" => "110000/CDC",
        "COMMUNITY" => "110000/COMMUNITY",
        _ => "110000",
    };
}
