using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Proofing</c>.</summary>
public sealed class ProofingOptions
{
    public const string Section = "Proofing";

    /// <summary>Up to which distance of two faces it is the same person's.</summary>
    [Range(0.2, 0.6, ErrorMessage = "Proofing:MatchAt must lie between 0.2 and 0.6.")]
    public float MatchAt { get; set; } = 0.50f;

    /// <summary>Up to which distance an office has to look; above it is another person's.</summary>
    [Range(0.2, 0.8, ErrorMessage = "Proofing:HandAt must lie between 0.2 and 0.8.")]
    public float HandAt { get; set; } = 0.60f;

    /// <summary>How many things the person is asked to do beside looking straight.</summary>
    [Range(1, 3, ErrorMessage = "Proofing:Steps must lie between 1 and 3.")]
    public int Steps { get; set; } = 2;

    /// <summary>How long a challenge may be answered, in minutes.</summary>
    [Range(1, 60, ErrorMessage = "Proofing:Minutes must lie between 1 and 60.")]
    public int Minutes { get; set; } = 10;

    /// <summary>The most bytes of one picture.</summary>
    [Range(16 * 1024, 8 * 1024 * 1024, ErrorMessage = "Proofing:MaxImageBytes must lie between 16384 and 8388608.")]
    public int MaxImageBytes { get; set; } = 1024 * 1024;

    /// <summary>The most pixels of one picture.</summary>
    [Range(64 * 64, 50_000_000, ErrorMessage = "Proofing:MaxPixels must lie between 4096 and 50000000.")]
    public int MaxPixels { get; set; } = 4_000_000;

    /// <summary>How often a person's face is judged in a day before a first session; a device that has one counts by itself.</summary>
    [Range(1, 100, ErrorMessage = "Proofing:AttemptsPerPerson must lie between 1 and 100.")]
    public int AttemptsPerPerson { get; set; } = 10;

    /// <summary>How often faces from one device are judged in a day.</summary>
    [Range(1, 1000, ErrorMessage = "Proofing:AttemptsPerDevice must lie between 1 and 1000.")]
    public int AttemptsPerDevice { get; set; } = 20;

    /// <summary>How many checks run at once; 0 is half of the machine's cores, since enquiries need the rest.</summary>
    [Range(0, 256, ErrorMessage = "Proofing:Workers must lie between 0 and 256.")]
    public int Workers { get; set; }

    /// <summary>How many checks may wait; with one more the answer is 503.</summary>
    [Range(0, 10_000, ErrorMessage = "Proofing:Waiting must lie between 0 and 10000.")]
    public int Waiting { get; set; } = 32;

    /// <summary>Within how many hours an office has to decide about a staffed check.</summary>
    [Range(1, 240, ErrorMessage = "Proofing:StaffedHours must lie between 1 and 240.")]
    public int StaffedHours { get; set; } = 24;

    /// <summary>How many staffed checks of one person, and of one device, may be asked for in a day.</summary>
    [Range(1, 100, ErrorMessage = "Proofing:StaffedPerDay must lie between 1 and 100.")]
    public int StaffedPerDay { get; set; } = 3;
}
