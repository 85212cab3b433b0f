namespace HealthBao.Adapters.Joining;

/// <summary>Whether the hub lists this region's keys, as far as it has answered.</summary>
internal sealed class JoinState
{
    private volatile string? waitsFor = "the first attempt";

    /// <summary>What is waited for; null when joined.</summary>
    public string? WaitsFor => waitsFor;

    public void Set(string? fault) => waitsFor = fault;
}
