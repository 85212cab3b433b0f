namespace HealthBao.Adapters;

/// <summary>Every event of this project with its number. None carries a name, a document number or a code's content.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Pass {Region} {Day} {Index} issued: {Status}")]
    public static partial void PassIssued(this ILogger logger, string region, string day, int index, string status);

    [LoggerMessage(1002, LogLevel.Warning, "{Region}: an answer in {System} cannot be said in a pass")]
    public static partial void StatementUnfit(this ILogger logger, string region, string system);

    [LoggerMessage(1003, LogLevel.Information, "Day key of {Day} made: {Kid}")]
    public static partial void DayKeyMade(this ILogger logger, string day, string kid);

    [LoggerMessage(1004, LogLevel.Warning, "{Region}: the region's own system failed: {Fault}")]
    public static partial void SourceFailed(this ILogger logger, string region, string fault);

    [LoggerMessage(1005, LogLevel.Warning, "Day key of {Day} replaced: {Old} was suspended, {New} signs")]
    public static partial void DayKeyReplaced(this ILogger logger, string day, string old, string @new);

    [LoggerMessage(1006, LogLevel.Warning, "Day key of {Day} lost: {Kid} is listed and its private half is not here; it is suspended in the region's name")]
    public static partial void DayKeyLost(this ILogger logger, string day, string kid);

    [LoggerMessage(1007, LogLevel.Information, "{Region}: a card in {System} misses its QR at place {Index}; another place is tried")]
    public static partial void CardTooLong(this ILogger logger, string region, string system, int index);

    [LoggerMessage(2001, LogLevel.Information, "{Region}: a change is in force, {Passes} passes {State}, record {Record}")]
    public static partial void ChangeInForce(this ILogger logger, string region, int passes, string state, long record);

    [LoggerMessage(2002, LogLevel.Warning, "{Region}: a call in the name of the region's own system was refused: {Fault}")]
    public static partial void NativeCallRefused(this ILogger logger, string region, string fault);

    [LoggerMessage(2003, LogLevel.Warning, "{Region}: NativeSystem:Secret is not set; changes and nightly files are refused")]
    public static partial void NoNativeSecret(this ILogger logger, string region);

    [LoggerMessage(2004, LogLevel.Warning, "{Region}: a call in the name of the hub was refused")]
    public static partial void HubCallRefused(this ILogger logger, string region);

    [LoggerMessage(2005, LogLevel.Information, "{Region}: file of {Source} accepted: {Accepted}")]
    public static partial void FileReceived(this ILogger logger, string region, string source, bool accepted);

    [LoggerMessage(2010, LogLevel.Warning, "{Region}: a listener to the changes of {Day} was too slow and is cut off")]
    public static partial void ListenerCutOff(this ILogger logger, string region, string day);

    // Members and faults, never values.
    [LoggerMessage(2006, LogLevel.Warning, "{Region}: a change was refused: {Faults}")]
    public static partial void ChangeRefused(this ILogger logger, string region, string faults);

    [LoggerMessage(2007, LogLevel.Error, "{Region}: a change could not be recorded ({Type}) and was refused\n{Trace}")]
    public static partial void ChangeUnrecorded(this ILogger logger, string region, string type, string? trace);

    [LoggerMessage(2008, LogLevel.Warning, "{Region}: mass change: {Authority} changed {People} people and {Passes} passes within an hour")]
    public static partial void MassChange(this ILogger logger, string region, string authority, int people, int passes);

    [LoggerMessage(2009, LogLevel.Information, "{Region}: the change records of {Days} days ago are dropped: {Records}")]
    public static partial void ChangeRecordsDropped(this ILogger logger, string region, int days, int records);

    [LoggerMessage(3001, LogLevel.Information, "{Region} joined {Hub}: {Keys} day keys are listed")]
    public static partial void Joined(this ILogger logger, string region, string hub, int keys);

    [LoggerMessage(3002, LogLevel.Warning, "{Region} waits for {Hub}: {Reason}; next attempt in {Seconds} s")]
    public static partial void JoinWaits(this ILogger logger, string region, string hub, string reason, double seconds);

    [LoggerMessage(3003, LogLevel.Error, "{Region}: Adapter:PublicAddress is missing and the server listens on no address that the hub could use; the hub is not asked")]
    public static partial void NoOwnAddress(this ILogger logger, string region);

    [LoggerMessage(3004, LogLevel.Warning, "{Region} does not know what became of its own keys: {Reason}")]
    public static partial void OwnKeysUnknown(this ILogger logger, string region, string reason);

    [LoggerMessage(4001, LogLevel.Information, "{Region}: day {Day} purged, {Passes} passes and its private key destroyed")]
    public static partial void DayPurged(this ILogger logger, string region, string day, long passes);

    [LoggerMessage(4002, LogLevel.Error, "{Region}: the day's turn failed ({Type}); it is tried again in a second\n{Trace}")]
    public static partial void TurnFailed(this ILogger logger, string region, string type, string? trace);

    // The exception's message is left out: a library may have put a caller's text into it.
    [LoggerMessage(5001, LogLevel.Error, "{Method} {Route} failed with {Type}, trace {TraceId}\n{Trace}")]
    public static partial void RequestFailed(this ILogger logger, string method, string route, string type, string traceId, string? trace);
}
