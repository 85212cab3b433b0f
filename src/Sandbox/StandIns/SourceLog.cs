namespace HealthBao.Sandbox.StandIns;

internal static partial class SourceLog
{
    [LoggerMessage(9001, LogLevel.Warning, "{FileName} was not taken: the adapter answered {Status}")]
    public static partial void FileNotTaken(ILogger log, string fileName, int status);
}
