using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Sessions</c>.</summary>
public sealed class PersonSessionOptions
{
    public const string Section = "Sessions";

    /// <summary>How many devices one person has at most; with one more the session that was unused longest ends.</summary>
    [Range(1, 20, ErrorMessage = "Sessions:PerPerson must lie between 1 and 20.")]
    public int PerPerson { get; set; } = 3;

    /// <summary>After how many days without the face a session ends.</summary>
    [Range(1, 365, ErrorMessage = "Sessions:UnusedDays must lie between 1 and 365.")]
    public int UnusedDays { get; set; } = 90;
}
