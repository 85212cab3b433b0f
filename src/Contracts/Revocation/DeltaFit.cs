namespace HealthBao.Contracts.Revocation;

/// <summary>How a delta fits the list that a verifier holds.</summary>
public enum DeltaFit
{
    /// <summary>Something is missing in between: the list must be fetched whole.</summary>
    Gap = 0,

    /// <summary>Nothing in it is new.</summary>
    Stale = 1,

    /// <summary>It continues the list and was applied.</summary>
    Applied = 2,
}
