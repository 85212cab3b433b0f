using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Tickets</c>: by when requests are answered, and how long they are kept.</summary>
public sealed class TicketOptions : IValidatableObject
{
    public const string Section = "Tickets";

    /// <summary>Working hours within which a request for registration is answered.</summary>
    [Range(1, 720, ErrorMessage = "Tickets:RegistrationHours must lie between 1 and 720.")]
    public int RegistrationHours { get; set; } = 9;

    /// <summary>The same for a trip that is to be verified.</summary>
    [Range(1, 720, ErrorMessage = "Tickets:TripHours must lie between 1 and 720.")]
    public int TripHours { get; set; } = 9;

    /// <summary>The same for an appeal against yellow or red.</summary>
    [Range(1, 720, ErrorMessage = "Tickets:AppealHours must lie between 1 and 720.")]
    public int AppealHours { get; set; } = 9;

    /// <summary>The same for a correction.</summary>
    [Range(1, 720, ErrorMessage = "Tickets:CorrectionHours must lie between 1 and 720.")]
    public int CorrectionHours { get; set; } = 18;

    /// <summary>The hour of Asia/Shanghai at which desks open.</summary>
    [Range(0, 23, ErrorMessage = "Tickets:Opens must lie between 0 and 23.")]
    public int Opens { get; set; } = 9;

    /// <summary>The hour at which they close.</summary>
    [Range(1, 24, ErrorMessage = "Tickets:Closes must lie between 1 and 24.")]
    public int Closes { get; set; } = 18;

    /// <summary>Days of the week on which desks work, as 0 (Sunday) … 6; none named means every day.</summary>
    public IList<int> WorkingDays { get; set; } = [];

    /// <summary>Days on which they do not, <c>yyyyMMdd</c>.</summary>
    public IList<string> Holidays { get; set; } = [];

    /// <summary>How many days a decided ticket and its evidence are kept.</summary>
    [Range(1, 366, ErrorMessage = "Tickets:KeepDays must lie between 1 and 366.")]
    public int KeepDays { get; set; } = 30;

    /// <summary>How many days one that nobody decided is kept.</summary>
    [Range(1, 732, ErrorMessage = "Tickets:KeepOpenDays must lie between 1 and 732.")]
    public int KeepOpenDays { get; set; } = 180;

    /// <summary>The most bytes of one piece of evidence.</summary>
    [Range(1024, 16 * 1024 * 1024, ErrorMessage = "Tickets:EvidenceBytes must lie between 1024 and 16777216.")]
    public int EvidenceBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>The most pieces of evidence of one ticket.</summary>
    [Range(1, 20, ErrorMessage = "Tickets:EvidencePieces must lie between 1 and 20.")]
    public int EvidencePieces { get; set; } = 5;

    /// <summary>After so many wrong attempts to read a ticket it is closed to attempts for an hour.</summary>
    [Range(1, 100, ErrorMessage = "Tickets:Attempts must lie between 1 and 100.")]
    public int Attempts { get; set; } = 5;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Closes <= Opens) yield return new("Tickets:Closes must come after Tickets:Opens.");
        if (WorkingDays.Any(d => d is < 0 or > 6)) yield return new("Tickets:WorkingDays holds what is none of 0 (Sunday) to 6 (Saturday).");
        if (Holidays.Any(d => !Contracts.Status.ShanghaiDay.TryParseCompact(d, out _))) yield return new("Tickets:Holidays holds what is no day such as 20201001.");
        if (Enumerable.Range(0, 7).All(d => WorkingDays.Count > 0 && !WorkingDays.Contains(d))) yield return new("Tickets:WorkingDays names no day.");
    }
}
