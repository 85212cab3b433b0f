namespace HealthBao.Contracts.Identity;

/// <summary>The six kinds of identity document that a status can be asked by.</summary>
public enum DocumentType
{
    /// <summary>居民身份证, GB 11643-1999: 18 characters with an ISO 7064 MOD 11-2 check character.</summary>
    ResidentId = 0,

    /// <summary>港澳台居民居住证: 18 characters like a resident ID, prefix 810000, 820000 or 830000.</summary>
    HmtResidencePermit = 1,

    /// <summary>港澳居民来往内地通行证 (回乡证): H or M, 8 digits, optionally 2 reissue digits that are not part of the identity.</summary>
    HmTravelPermit = 2,

    /// <summary>台湾居民来往大陆通行证 (台胞证): 8 digits.</summary>
    TaiwanTravelPermit = 3,

    /// <summary>护照: 5–9 letters or digits.</summary>
    Passport = 4,

    /// <summary>外国人永久居留身份证: 3 letters and 12 digits, or since December 2023 18 characters beginning with 9.</summary>
    ForeignPermanentResidentId = 5,
}
