namespace HealthBao.Hub.Trust;

/// <summary>A destination's policy in the register, as it was asked for; times in seconds since 1970.</summary>
public sealed class PolicyRow
{
    public required string Destination { get; set; }

    public required int Version { get; set; }

    /// <summary><c>pending</c>, <c>approved</c>, <c>rejected</c> or <c>withdrawn</c>.</summary>
    public required string State { get; set; }

    /// <summary>The policy as JSON, as it was signed.</summary>
    public required string Policy { get; set; }

    public required long RequestedAt { get; set; }

    /// <summary>The thumbprint of the enrolment key that asked.</summary>
    public required string RequestedBy { get; set; }

    public long? DecidedAt { get; set; }

    /// <summary>The partner whose operator decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>Why it was approved without the usual notice; null when it was not.</summary>
    public string? UrgentReason { get; set; }
}
