using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Audit;

/// <summary>The audit log's settings, section <c>Audit</c>. It lies where the register lies: files of one day each with SQLite, tables of one day each with PostgreSQL.</summary>
public sealed class AuditOptions
{
    /// <summary>The directory of the files with SQLite; null for <c>audit</c> in the hub's data directory.</summary>
    public string? Directory { get; set; }

    /// <summary>After how many days an entry is dropped. At least six months.</summary>
    [Range(184, 3660)] public int RetentionDays { get; set; } = 190;

    /// <summary>How many entries may wait for the disk before calls are refused.</summary>
    [Range(16, 1_000_000)] public int Waiting { get; set; } = 8192;

    /// <summary>Milliseconds that a commit waits for others under load, so that one write to the disk serves many calls; 0 for none.</summary>
    [Range(0, 100)] public int GatheringMilliseconds { get; set; } = 4;
}
