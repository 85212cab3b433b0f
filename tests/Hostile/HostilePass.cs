using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>A text held up as a pass that has one defect.</summary>
/// <param name="Name">The defect; unique within its family.</param>
/// <param name="Text">What is held up.</param>
/// <param name="Rejection">The one answer that the order of the pass specification §5 allows.</param>
internal sealed record HostilePass(string Name, string Text, PassRejection Rejection)
{
    /// <summary>The resident ID shown at the desk, or null.</summary>
    public string? Holder { get; init; }
}
