namespace HealthBao.Hub.Recognition;

/// <summary>The closed list of places where a pass is checked; policies may differ by it.</summary>
public static class Scene
{
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } =
        ["railway-station", "road-checkpoint", "airport", "community", "office", "workplace", "school", "hospital", Other];
}
