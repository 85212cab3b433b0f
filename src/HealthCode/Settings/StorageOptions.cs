using System.ComponentModel.DataAnnotations;

namespace HealthBao.HealthCode.Settings;

/// <summary>The section <c>Storage</c>.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    /// <summary><c>sqlite</c> (files in the data directory) or <c>postgres</c>.</summary>
    [AllowedValues(Sqlite, Postgres, ErrorMessage = "Storage:Provider must be sqlite or postgres.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>For PostgreSQL; its account must be allowed to make and drop schemas.</summary>
    public string? ConnectionString { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return new("Storage:ConnectionString is missing; Storage:Provider postgres needs it.");
    }
}
