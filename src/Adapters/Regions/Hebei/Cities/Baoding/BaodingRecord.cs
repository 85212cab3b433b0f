using System.Globalization;
using System.Xml.Linq;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Baoding;

/// <summary>The document inside Baoding's answer. It repeats neither name nor number.</summary>
/// <param name="Jkmzt">绿码, 黄码, 红码 or 无码; another …码 is carried on, and the map does not know it.</param>
/// <param name="AsOf">SXSJ; the instant of receipt for 无码.</param>
public sealed record BaodingRecord(string Jkmzt, DateTimeOffset AsOf)
{
    private const string NoCode = "无码";
    private const int MaxCodeLength = 4;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static BaodingRecord Nobody(DateTimeOffset now) => new(NoCode, now);

    internal static SourceAnswer<BaodingRecord> Read(string text, DateTimeOffset now)
    {
        var response = BaodingXml.TryRead(text);
        if (response?.Name != "response" || Only(response, "state") is not { } state) return SourceFault.Unreadable;
        if (state != "0") return SourceFault.Faulted;
        if (Only(response, "JKMZT") is not { } jkmzt || !IsCode(jkmzt)) return SourceFault.Unreadable;
        if (jkmzt == NoCode) return Nobody(now);
        return ReadTime(Only(response, "SXSJ"), now) is { } asOf ? new BaodingRecord(jkmzt, asOf) : SourceFault.Unreadable;
    }

    private static string? Only(XElement parent, string name) =>
        parent.Elements(name).ToList() is [{ HasElements: false } only] ? only.Value.Trim() : null;

    // Text of a wrong encoding does not end in 码, so it is told from a code we do not know yet.
    private static bool IsCode(string text) => text.Length is > 1 and <= MaxCodeLength && text.EndsWith('码');

    private static DateTimeOffset? ReadTime(string? text, DateTimeOffset now)
    {
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        var asOf = new DateTimeOffset(time, ShanghaiDay.Offset);
        if (asOf > now + ClockSkew) return null;
        return asOf < now ? asOf : now;
    }
}
