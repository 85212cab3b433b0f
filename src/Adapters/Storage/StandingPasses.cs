namespace HealthBao.Adapters.Storage;

/// <summary>What a told change meets: the person's passes that stand, or that the same was told before.</summary>
internal sealed record StandingPasses(IReadOnlyList<int> Indexes, ToldBefore? Told = null);
