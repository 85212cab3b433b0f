namespace HealthBao.Hub.Trust;

/// <summary>A participant in the register.</summary>
public sealed class ParticipantRow
{
    public const string Pending = "pending";
    public const string Active = "active";
    public const string Suspended = "suspended";

    public required string Region { get; set; }

    /// <summary><c>pending</c>, <c>active</c> or <c>suspended</c>.</summary>
    public required string State { get; set; }

    /// <summary>The participant as JSON, from its request.</summary>
    public required string Participant { get; set; }

    /// <summary>The concept map's bytes as text.</summary>
    public required string ConceptMap { get; set; }

    public required string EnrolmentKeyX { get; set; }

    public required string EnrolmentKeyY { get; set; }

    /// <summary>The adapter's private address; stays in the register.</summary>
    public required string AdapterAddress { get; set; }

    public required long RequestedAt { get; set; }

    public long? ApprovedAt { get; set; }

    /// <summary>The partner whose operator approved.</summary>
    public string? ApprovedBy { get; set; }

    /// <summary>The enrolment key that is to take the place of the present one, which is lost; it counts for nothing until an operator approves it.</summary>
    public string? ReplacementKeyX { get; set; }

    public string? ReplacementKeyY { get; set; }

    public long? ReplacementRequestedAt { get; set; }
}
