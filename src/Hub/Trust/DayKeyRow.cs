namespace HealthBao.Hub.Trust;

/// <summary>A region's public day key; times in seconds since 1970.</summary>
public sealed class DayKeyRow
{
    public required string Kid { get; set; }

    public required string Region { get; set; }

    public required string X { get; set; }

    public required string Y { get; set; }

    public required long NotBefore { get; set; }

    public required long Expires { get; set; }
}
