using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>The open platform's <c>cert_type</c>.</summary>
public static class TianjinDocumentKinds
{
    private static readonly (DocumentType Type, string Native)[] Rows =
    [
        (DocumentType.ResidentId, "IDENTITY_CARD"),
        (DocumentType.Passport, "PASSPORT"),
        (DocumentType.HmTravelPermit, "HOME_VISIT_PERMIT_HK_MC"),
        (DocumentType.TaiwanTravelPermit, "HOME_VISIT_PERMIT_TAIWAN"),
        (DocumentType.HmtResidencePermit, "RESIDENCE_PERMIT_HK_MC_TW"),
        (DocumentType.ForeignPermanentResidentId, "PERMANENT_RESIDENCE_FOREIGNER"),
    ];

    public static string Native(DocumentType type) => Rows.Single(r => r.Type == type).Native;

    /// <summary>Reads a name; an absent or empty one is sound and says nothing.</summary>
    public static bool TryRead(string? native, out DocumentType? type)
    {
        type = null;
        if (string.IsNullOrEmpty(native)) return true;
        foreach (var row in Rows)
            if (row.Native == native)
                type = row.Type;

        return type is not null;
    }
}
