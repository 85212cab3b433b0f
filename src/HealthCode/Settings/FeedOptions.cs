using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Feeds</c>.</summary>
public sealed class FeedOptions
{
    public const string Section = "Feeds";

    /// <summary>How old, in days, the registration file in force may be before it counts as late: 0 (today's only) … 31.</summary>
    [Range(0, 31, ErrorMessage = "Feeds:RegistrationMaxDays must lie between 0 and 31.")]
    public int RegistrationMaxDays { get; set; } = 7;

    /// <summary>The same for the file of trips.</summary>
    [Range(0, 14, ErrorMessage = "Feeds:TripsMaxDays must lie between 0 and 14.")]
    public int TripsMaxDays { get; set; } = 1;

    /// <summary>How many faults a report names one by one; all are counted by kind.</summary>
    [Range(100, 100_000, ErrorMessage = "Feeds:MaxFaults must lie between 100 and 100000.")]
    public int MaxFaults { get; set; } = 10_000;

    /// <summary>Threads that read rows; 0 is one a core.</summary>
    [Range(0, 64, ErrorMessage = "Feeds:Readers must lie between 0 and 64.")]
    public int Readers { get; set; }

    /// <summary>More people than this, newly turned yellow or red by one office within a day, wait for a second office.</summary>
    [Range(1, 10_000, ErrorMessage = "Feeds:MassChange must lie between 1 and 10000.")]
    public int MassChange { get; set; } = 50;

    /// <summary>The folder in which files are dropped; by default <c>inbox</c> in the data directory. Files are imported when their <c>.ok</c> is there.</summary>
    public string? DropFolder { get; set; }
}
