namespace HealthBao.Hub.Trust;

/// <summary>A region's public day key; times in seconds since 1970.</summary>
public sealed record DayKeyRow
{
    public required string Kid { get; set; }

    public required string Region { get; set; }

    public required string X { get; set; }

    public required string Y { get; set; }

    public required long NotBefore { get; set; }

    public required long Expires { get; set; }

    /// <summary>Since when nothing signed by it counts; null while it is in force.</summary>
    public long? SuspendedAt { get; set; }

    /// <summary>The partner whose operator suspended it, or the thumbprint of the region's enrolment key.</summary>
    public string? SuspendedBy { get; set; }
}
