using HealthBao.Contracts.Status;
using HealthBao.Contracts.Verdicts;

namespace HealthBao.Hub.Recognition;

/// <summary>One row of a policy. The first row that fits decides.</summary>
public sealed record RecognitionRule
{
    public required HealthStatus Status { get; init; }

    /// <summary>Regions it is for; <c>own</c> is the destination itself; empty is any.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>Scenes it is for; empty is any.</summary>
    public IReadOnlyList<string> Scenes { get; init; } = [];

    /// <summary>A native code it is for, as <c>tianjin#red</c>; null is any.</summary>
    public string? Native { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What the destination's own notice calls it.</summary>
    public required Words Treatment { get; init; }

    /// <summary>Of the closed list <c>temperature-check</c>, <c>registration</c>, <c>document-check</c>, <c>paper-registration</c>.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>The status the destination holds the person in afterwards; null is the same.</summary>
    public HealthStatus? LocalStatus { get; init; }

    /// <summary>Words of this row; null takes those of the reason.</summary>
    public Guidance? Next { get; init; }
}
