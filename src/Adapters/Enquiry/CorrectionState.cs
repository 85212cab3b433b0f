namespace HealthBao.Adapters.Enquiry;

/// <summary>How far a request for correction is; a closed list. Not stored: <c>overdue</c>, an undecided one whose due time has passed.</summary>
public static class CorrectionState
{
    /// <summary>Waits for the desk.</summary>
    public const string Open = "open";

    /// <summary>The desk has taken it up.</summary>
    public const string InWork = "in-work";

    /// <summary>Decided: what was wrong is corrected.</summary>
    public const string Granted = "granted";

    /// <summary>Decided: it stays as it was.</summary>
    public const string Refused = "refused";

    /// <summary>The states a desk moves a request to.</summary>
    public static IReadOnlyList<string> Moves { get; } = [InWork, Granted, Refused];

    /// <summary>Whether it is decided; then it moves no more.</summary>
    public static bool IsDecided(string state) => state is Granted or Refused;
}
