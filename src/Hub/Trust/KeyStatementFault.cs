namespace HealthBao.Hub.Trust;

/// <summary>Why a key statement that stands is not taken. Closed.</summary>
internal enum KeyStatementFault
{
    None = 0,

    /// <summary>A key is neither of today nor of tomorrow by the hub's clock.</summary>
    OtherDay,

    /// <summary>A key is another region's.</summary>
    AnotherRegions,

    /// <summary>A key was suspended.</summary>
    Suspended,

    /// <summary>Another key of the same day is in force; it has to be suspended first.</summary>
    DayTaken,

    /// <summary>The region had too many keys for one day.</summary>
    TooMany,

    /// <summary>After the statement there would be no key of tomorrow.</summary>
    NoTomorrow,
}
