namespace HealthBao.Adapters.Files;

/// <summary>A nightly file of one source: received as a stream, validated whole, switched in at once or not at all.</summary>
public abstract class NightlyFile
{
    /// <summary>The name in <c>POST /v1/files/{source}</c>, for example <c>xingtai</c>.</summary>
    public abstract string Source { get; }
}
