using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Hebei;

/// <summary>The numbers of the kinds of document (ZJLX), the same in the province and its cities.</summary>
internal static class HebeiDocumentKind
{
    /// <summary>A kind nobody can be asked by.</summary>
    public const string Other = "99";

    private static readonly (DocumentType Type, string Number)[] Rows =
    [
        (DocumentType.ResidentId, "10"),
        (DocumentType.HmTravelPermit, "14"),
        (DocumentType.TaiwanTravelPermit, "15"),
        (DocumentType.HmtResidencePermit, "16"),
        (DocumentType.Passport, "20"),
        (DocumentType.ForeignPermanentResidentId, "34"),
    ];

    public static string Zjlx(this DocumentType type) => Array.Find(Rows, r => r.Type == type).Number;

    public static bool TryParse(string? zjlx, out DocumentType type)
    {
        var index = Array.FindIndex(Rows, r => r.Number == zjlx);
        type = index < 0 ? default : Rows[index].Type;
        return index >= 0;
    }
}
