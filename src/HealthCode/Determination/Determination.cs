using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Determination;

/// <summary>What is said of a person, and why.</summary>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Reason">A code of the closed list of reasons.</param>
/// <param name="Ground">The feed, the row and the office it rests on.</param>
/// <param name="At">The instant it is about.</param>
/// <param name="Appeal">Whom to turn to.</param>
internal sealed record Determination(Rule Rule, string? Reason, Ground? Ground, DateTimeOffset At, Appeal Appeal)
{
    public HealthStatus Status => Rule.Status;

    /// <summary>健康宝's own code.</summary>
    public string Native => Rule.Native;

    /// <summary>The end of the day, to which every status is valid.</summary>
    public DateTimeOffset ValidUntil => ShanghaiDay.At(At).End;

    /// <summary>Whether it says only that a file is not here yet.</summary>
    public bool IsLate => Rule.Id == "source-late";
}
