using HealthBao.Adapters.Regions.Hebei.Protocol;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>What the province said. Closed: the three cases below.</summary>
public abstract record HebeiRecord
{
    private HebeiRecord()
    {
    }

    /// <summary>The province knows the person.</summary>
    /// <param name="Code">The strictest of all that was said.</param>
    /// <param name="Disagrees">Whether <c>fxdj</c>, <c>hasWarm</c> and the reports said different things.</param>
    /// <param name="Uuid">The province's reference for the person. Personal data.</param>
    public sealed record Known(MaskedIdentity Person, string Code, bool Disagrees, string Uuid) : HebeiRecord
    {
        public override string ToString() => $"{Person.Name} {Code}";
    }

    /// <summary>Nobody of that name and number.</summary>
    public sealed record PersonUnknown : HebeiRecord;

    /// <summary>The code content is none of the province's, or no longer.</summary>
    public sealed record CodeUnknown : HebeiRecord;

    private const int MaxUuidLength = 128;

    /// <summary>Reads <c>data</c>; null when it is not what the protocol says. <paramref name="asked"/> is the document asked by, if any.</summary>
    internal static HebeiRecord? Read(HebeiHealthData data, MaskedIdentity? asked)
    {
        if (string.IsNullOrEmpty(data.Uuid)) return IsNobody(data) ? new PersonUnknown() : null;
        if (data.Uuid.Length > MaxUuidLength || ReadContent(data) is not { } content) return null;
        if (ReadPerson(content.Person, asked?.DocumentType) is not { } person || (asked is not null && person != asked)) return null;
        if (ReadCodes(data, content) is not { } codes) return null;
        return new Known(person, HebeiCode.Strictest(codes), codes.Where(c => c != HebeiCode.Warned).Distinct().Count() > 1, data.Uuid);
    }

    // 20 without a reference is "nobody"; anything else without one contradicts itself, and so does a 20 whose reports tell of somebody.
    private static bool IsNobody(HebeiHealthData data) =>
        data.Fxdj == HebeiCode.None && (string.IsNullOrEmpty(data.Content) || ReadContent(data) is { HealthyReport.Count: 0 });

    private static HebeiContentData? ReadContent(HebeiHealthData data) =>
        HebeiJson.TryRead<HebeiContent>(System.Text.Encoding.UTF8.GetBytes(data.Content ?? ""))?.Data;

    private static MaskedIdentity? ReadPerson(HebeiPerson person, DocumentType? asked)
    {
        if (!MaskedName.TryParse(person.DesensitizeName, out var name) || ReadKind(person, asked) is not { } kind) return null;
        return DocumentMask.IsMaskOf(kind, person.DesensitizeCardId) ? new(kind, person.DesensitizeCardId, name) : null;
    }

    private static DocumentType? ReadKind(HebeiPerson person, DocumentType? asked)
    {
        if (person.Zjlx is { } zjlx) return HebeiDocumentKind.TryParse(zjlx, out var kind) ? kind : null;
        return asked ?? DocumentType.ResidentId;
    }

    private static List<string>? ReadCodes(HebeiHealthData data, HebeiContentData content)
    {
        List<string> codes = [data.Fxdj, .. content.HealthyReport.Select(r => r?.HealthyStaus ?? "")];
        if (!codes.TrueForAll(HebeiCode.IsPlain)) return null;
        if (!string.IsNullOrEmpty(data.WarnType)) codes.Add(HebeiCode.Warned);
        // A text we cannot read is taken for a warning: it can only make the answer stricter.
        if (!string.IsNullOrEmpty(data.HasWarm)) codes.Add(HebeiCode.OfText(data.HasWarm) ?? HebeiCode.Warned);
        return codes;
    }
}
