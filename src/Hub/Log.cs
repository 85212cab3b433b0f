namespace HealthBao.Hub;

/// <summary>Every event the hub logs, by id. None takes a person's name or number.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Trust list {Sequence}: {Participants} participants, {Keys} keys")]
    public static partial void TrustListChanged(ILogger log, long sequence, int participants, int keys);

    [LoggerMessage(1002, LogLevel.Error, "The register cannot be read ({Cause}); the last known state stays in force")]
    public static partial void RegisterUnreachable(ILogger log, string cause);

    [LoggerMessage(1003, LogLevel.Information, "Participant {Region} asks to join: {State}")]
    public static partial void ParticipantRequested(ILogger log, string region, string state);

    [LoggerMessage(1004, LogLevel.Warning, "Participant {Region} set to {State} by {Partner}")]
    public static partial void ParticipantStateSet(ILogger log, string region, string state, string partner);

    [LoggerMessage(1005, LogLevel.Information, "Participant {Region} states {Keys} day keys")]
    public static partial void KeysStated(ILogger log, string region, int keys);

    [LoggerMessage(1006, LogLevel.Warning, "A key statement or request to join was refused: {Why}")]
    public static partial void TrustRefused(ILogger log, string why);

    [LoggerMessage(1007, LogLevel.Error, "The register's row {Row} cannot be read and counts for nothing")]
    public static partial void RowUnreadable(ILogger log, string row);

    [LoggerMessage(1101, LogLevel.Information, "Status list of {Region} for {Day}: {Places} places, as of {AsOf}")]
    public static partial void StatusListTaken(ILogger log, string region, string day, int places, DateTimeOffset asOf);

    [LoggerMessage(1102, LogLevel.Warning, "Status list of {Region} for {Day} not taken: {Why}")]
    public static partial void StatusListNotTaken(ILogger log, string region, string day, string why);

    [LoggerMessage(1103, LogLevel.Warning, "A change of the status list of {Region} for {Day} is not signed by the day's key or not one; the list is fetched whole")]
    public static partial void DeltaRefused(ILogger log, string region, string day);

    [LoggerMessage(1201, LogLevel.Warning, "Region {Region} gave no usable answer: {Why}")]
    public static partial void RegionFailed(ILogger log, string region, string why);

    [LoggerMessage(1301, LogLevel.Warning, "Client assertion of {ClientId} refused: {Why}")]
    public static partial void AssertionRefused(ILogger log, string clientId, string why);

    [LoggerMessage(1901, LogLevel.Error, "Unhandled failure in {Method} {Route}: {Cause}")]
    public static partial void Unhandled(ILogger log, string method, string route, string cause, Exception exception);
}
