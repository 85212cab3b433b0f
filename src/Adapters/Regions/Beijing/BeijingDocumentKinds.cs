using System.Globalization;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Beijing;

/// <summary>健康宝's <c>idCardType</c>, a digit written as a string.</summary>
public static class BeijingDocumentKinds
{
    private static readonly DocumentType[] InOrder =
    [
        DocumentType.ResidentId,
        DocumentType.Passport,
        DocumentType.HmTravelPermit,
        DocumentType.TaiwanTravelPermit,
        DocumentType.HmtResidencePermit,
        DocumentType.ForeignPermanentResidentId,
    ];

    /// <summary>The digit, <c>1</c>–<c>6</c>.</summary>
    public static string Native(DocumentType type) => (Array.IndexOf(InOrder, type) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a digit; an absent or empty one is sound and says nothing.</summary>
    public static bool TryRead(string? native, out DocumentType? type)
    {
        type = null;
        if (string.IsNullOrEmpty(native)) return true;
        if (native.Length != 1 || native[0] is < '1' or > '6') return false;
        type = InOrder[native[0] - '1'];
        return true;
    }
}
