namespace HealthBao.Hub.Trust;

/// <summary>What became of a request to join. Closed.</summary>
internal enum JoinOutcome
{
    /// <summary>It stands in the register, in the state that is told beside.</summary>
    Registered = 0,

    /// <summary>The region is enrolled with another key; this one waits for the operator as its replacement.</summary>
    ReplacementPending,

    /// <summary>Another key has asked for this region and waits for the operator.</summary>
    AnotherKeyWaits,

    /// <summary>The issuer or a code prefix is another region's.</summary>
    Taken,

    /// <summary>A region that was approved cannot take another issuer identity.</summary>
    IssuerChanged,
}
