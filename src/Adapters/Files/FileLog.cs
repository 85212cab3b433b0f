namespace HealthBao.Adapters.Files;

/// <summary>Events of nightly files: 1310–1319. No name and no number of anybody.</summary>
internal static partial class FileLog
{
    [LoggerMessage(1310, LogLevel.Information, "The nightly file of {Source} is in force: {Rows} rows, {BadRows} of them bad.")]
    public static partial void FileAccepted(ILogger logger, string source, long rows, long badRows);

    [LoggerMessage(1311, LogLevel.Warning, "The nightly file of {Source} was refused: {Reason} ({Rows} rows read, {BadRows} of them bad).")]
    public static partial void FileRefused(ILogger logger, string source, FileRefusal? reason, long rows, long badRows);

    [LoggerMessage(1312, LogLevel.Error, "The snapshot of {Source} for {Day} is damaged; the file must be delivered again.")]
    public static partial void SnapshotDamaged(ILogger logger, string source, string day);
}
