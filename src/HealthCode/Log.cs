using HealthBao.HealthCode.Feeds.Importing;

namespace HealthBao.HealthCode;

/// <summary>Every event of this project with its number. None carries a name, a document number, a key or a code's content.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "{Feed}: {File} is in force: {Rows} rows, {People} people, {Rejected} rows rejected, {Held} changes wait for a second office")]
    public static partial void FileInForce(this ILogger logger, string feed, string file, long rows, long people, long rejected, int held);

    [LoggerMessage(1002, LogLevel.Warning, "{Feed}: a file was refused: {Refusal} ({Rows} rows read, {Rejected} of them bad); what was in force stays so")]
    public static partial void FileRefused(this ILogger logger, string feed, ImportRefusal refusal, long rows, long rejected);

    [LoggerMessage(2001, LogLevel.Error, "A question of the native interface failed with {Type}\n{Trace}")]
    public static partial void QuestionFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(2002, LogLevel.Warning, "A call in the name of an office was refused: {Fault}")]
    public static partial void OfficeRefused(this ILogger logger, string fault);

    [LoggerMessage(4001, LogLevel.Information, "Day {Day} purged: its secret and what {People} people were told are destroyed")]
    public static partial void DayPurged(this ILogger logger, string day, long people);

    [LoggerMessage(4002, LogLevel.Error, "The day's turn failed ({Type}); it is tried again in a second\n{Trace}")]
    public static partial void TurnFailed(this ILogger logger, string type, string? trace);

    // The exception's message is left out: a library may have put a caller's text into it.
    [LoggerMessage(5001, LogLevel.Error, "{Method} {Route} failed with {Type}, trace {TraceId}\n{Trace}")]
    public static partial void RequestFailed(this ILogger logger, string method, string route, string type, string traceId, string? trace);
}
