using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub;

/// <summary>Where the register lies, section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary><c>sqlite</c> for one machine, <c>postgres</c> for several nodes.</summary>
    [RegularExpression("sqlite|postgres")] public string Provider { get; set; } = "sqlite";

    /// <summary>Null with SQLite: <c>hub.db</c> in the data directory.</summary>
    public string? ConnectionString { get; set; }
}
