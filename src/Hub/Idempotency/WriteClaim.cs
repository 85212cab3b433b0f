namespace HealthBao.Hub.Idempotency;

/// <summary>What a named request turned out to be. Closed.</summary>
internal enum WriteClaim
{
    /// <summary>The same request is under way.</summary>
    UnderWay = 0,

    /// <summary>The key named another request.</summary>
    AnotherRequest,

    /// <summary>It was answered; that answer is told again.</summary>
    Answered,

    /// <summary>It is new, and this call's to carry out.</summary>
    New,
}
