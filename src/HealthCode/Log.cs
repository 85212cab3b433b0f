using HealthBao.HealthCode.Feeds.Importing;

namespace HealthBao.HealthCode;

/// <summary>Every event of this project with its number. None carries a name, a document number, a key or a code's content.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "{Feed}: {File} is in force: {Rows} rows, {People} people, {Rejected} rows rejected, {Held} changes wait for a second office")]
    public static partial void FileInForce(this ILogger logger, string feed, string file, long rows, long people, long rejected, int held);

    [LoggerMessage(1002, LogLevel.Warning, "{Feed}: a file was refused: {Refusal} ({Rows} rows read, {Rejected} of them bad); what was in force stays so")]
    public static partial void FileRefused(this ILogger logger, string feed, ImportRefusal refusal, long rows, long rejected);

    [LoggerMessage(1003, LogLevel.Information, "{Feed}: {Phase}, {Percent} %, {Rows} rows read")]
    public static partial void FileProgress(this ILogger logger, string feed, string phase, int percent, long rows);

    [LoggerMessage(1004, LogLevel.Information, "{Feed}: call {Number} of {Office} is in force")]
    public static partial void CallInForce(this ILogger logger, string feed, long number, string office);

    [LoggerMessage(1005, LogLevel.Warning, "{Feed}: {Office} changes {People} people; they stay as they are until a second office approves {Batch}")]
    public static partial void ChangeHeld(this ILogger logger, string feed, string office, long people, string batch);

    [LoggerMessage(1006, LogLevel.Information, "{Batch}: {Decision} by {Office}, {People} people")]
    public static partial void ChangeDecided(this ILogger logger, string batch, string decision, string office, long people);

    [LoggerMessage(1007, LogLevel.Error, "The drop folder could not be read ({Type}); it is tried again in a second\n{Trace}")]
    public static partial void DropFolderFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(2001, LogLevel.Error, "A question of the native interface failed with {Type}\n{Trace}")]
    public static partial void QuestionFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(2002, LogLevel.Warning, "A call in the name of an office was refused: {Fault}")]
    public static partial void OfficeRefused(this ILogger logger, string fault);

    [LoggerMessage(3001, LogLevel.Warning, "The adapter refused a notice with {Status}; it is not told again")]
    public static partial void NoticeRefused(this ILogger logger, int status);

    [LoggerMessage(3002, LogLevel.Error, "Notices could not be delivered ({Type}); they are tried again\n{Trace}")]
    public static partial void NoticeFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(3003, LogLevel.Error, "Looking for changed statuses failed ({Type})\n{Trace}")]
    public static partial void SweepFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(4001, LogLevel.Information, "Day {Day} purged: its secret and what {People} people were told are destroyed")]
    public static partial void DayPurged(this ILogger logger, string day, long people);

    [LoggerMessage(4002, LogLevel.Error, "The day's turn failed ({Type}); it is tried again in a second\n{Trace}")]
    public static partial void TurnFailed(this ILogger logger, string type, string? trace);

    [LoggerMessage(6001, LogLevel.Information, "A face was judged: {Outcome}")]
    public static partial void FaceJudged(this ILogger logger, string outcome);

    [LoggerMessage(6002, LogLevel.Information, "A check by staff was {Decision} by {Office}")]
    public static partial void StaffedDecided(this ILogger logger, string decision, string office);

    [LoggerMessage(7001, LogLevel.Information, "A request of kind {Kind} is open at {Desk}")]
    public static partial void TicketOpened(this ILogger logger, string kind, string desk);

    [LoggerMessage(7002, LogLevel.Information, "A request of kind {Kind} is decided: {Reason}, by {Office}")]
    public static partial void TicketDecided(this ILogger logger, string kind, string reason, string office);

    [LoggerMessage(7003, LogLevel.Warning, "{Overdue} of {Open} undecided requests are overdue")]
    public static partial void TicketsOverdue(this ILogger logger, long overdue, long open);

    // The exception's message is left out: a library may have put a caller's text into it.
    [LoggerMessage(5001, LogLevel.Error, "{Method} {Route} failed with {Type}, trace {TraceId}\n{Trace}")]
    public static partial void RequestFailed(this ILogger logger, string method, string route, string type, string traceId, string? trace);
}
