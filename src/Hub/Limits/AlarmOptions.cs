using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Limits;

/// <summary>When an operator is told of a partner, section <c>Alarms</c>. Counted by each node for itself; nothing is refused because of an alarm.</summary>
public sealed class AlarmOptions
{
    /// <summary>The window in which unknown people are counted, in minutes.</summary>
    [Range(1, 1440)] public int UnknownMinutes { get; set; } = 10;

    /// <summary>How many status queries about unknown people (or with wrong names) in that window raise an alarm …</summary>
    [Range(1, 1_000_000)] public int Unknown { get; set; } = 25;

    /// <summary>… when they are at least so many of a hundred queries.</summary>
    [Range(0, 100)] public int UnknownPercent { get; set; } = 50;

    /// <summary>The window of a burst, in seconds.</summary>
    [Range(1, 3600)] public int BurstSeconds { get; set; } = 60;

    /// <summary>How many unknown people within that window raise an alarm, whatever else was asked.</summary>
    [Range(1, 1_000_000)] public int Burst { get; set; } = 40;

    /// <summary>The window in which documents that are not the pass's are counted, in minutes.</summary>
    [Range(1, 1440)] public int MismatchMinutes { get; set; } = 60;

    /// <summary>How many such documents in that window raise an alarm …</summary>
    [Range(1, 1_000_000)] public int Mismatches { get; set; } = 20;

    /// <summary>… when they are at least so many of a hundred documents shown.</summary>
    [Range(0, 100)] public int MismatchPercent { get; set; } = 10;
}
