namespace HealthBao.Hub.Trust;

/// <summary>What became of a call about a policy. Closed.</summary>
internal enum PolicyOutcome
{
    Done = 0,

    /// <summary>There is no such policy.</summary>
    Unknown,

    /// <summary>It is in another state than the call needs.</summary>
    OtherState,

    /// <summary>Its version is not higher than every version that was approved or withdrawn.</summary>
    VersionTooLow,

    /// <summary>Its first instant lies too near, and it was not approved as urgent.</summary>
    NoticeTooShort,

    /// <summary>Its last instant has come already.</summary>
    Over,
}
