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

    [LoggerMessage(1008, LogLevel.Error, "The register is doubted ({Fault}): what it lost stays as it was last known until {Until}")]
    public static partial void RegisterDoubted(ILogger log, string fault, DateTimeOffset until);

    [LoggerMessage(1009, LogLevel.Error, "A trust list that no reader would take ({Fault}) is not published; the one before stays")]
    public static partial void TrustListNotPublished(ILogger log, string fault);

    [LoggerMessage(1010, LogLevel.Information, "Trust list {Sequence} of the last known good register is in force until {Until}, until the register is read")]
    public static partial void TrustRestored(ILogger log, long sequence, DateTimeOffset until);

    [LoggerMessage(1011, LogLevel.Error, "The copy of the register cannot be read or written ({Cause})")]
    public static partial void CopyUnusable(ILogger log, string cause);

    [LoggerMessage(1012, LogLevel.Warning, "Day key {Kid} of {Region} suspended by {By}")]
    public static partial void KeySuspended(ILogger log, string kid, string region, string by);

    [LoggerMessage(1013, LogLevel.Warning, "Enrolment key of {Region}: {Kid} {What} by {By}")]
    public static partial void EnrolmentKeySet(ILogger log, string region, string kid, string what, string by);

    [LoggerMessage(1014, LogLevel.Warning, "Policy {Policy}: {What} by {By}")]
    public static partial void PolicySet(ILogger log, string policy, string what, string by);

    [LoggerMessage(1015, LogLevel.Error, "The register could not be purged ({Cause}); it is tried again")]
    public static partial void PurgeFailed(ILogger log, string cause);

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

    [LoggerMessage(1306, LogLevel.Warning, "{Count} further client assertions of {ClientId} refused: {Why}")]
    public static partial void AssertionsRefused(ILogger log, int count, string clientId, string why);

    [LoggerMessage(1302, LogLevel.Information, "Partner {ClientId} asks to join or replaces its keys: {State}")]
    public static partial void PartnerRequested(ILogger log, string clientId, string state);

    [LoggerMessage(1303, LogLevel.Warning, "A partner's request to join was refused: {Why}")]
    public static partial void PartnerRefused(ILogger log, string why);

    [LoggerMessage(1304, LogLevel.Warning, "Partner {ClientId} set to {State} by {Partner}")]
    public static partial void PartnerStateSet(ILogger log, string clientId, string state, string partner);

    [LoggerMessage(1305, LogLevel.Warning, "The keys of {ClientId} cannot be fetched ({Why}); the last that could count for a day")]
    public static partial void PartnerKeysNotFetched(ILogger log, string clientId, string why);

    [LoggerMessage(1401, LogLevel.Critical, "The audit log cannot be written ({Cause}: {Message}); calls that must be recorded are refused")]
    public static partial void AuditFailed(ILogger log, string cause, string message);

    [LoggerMessage(1402, LogLevel.Warning, "The audit log can be written again")]
    public static partial void AuditRecovered(ILogger log);

    [LoggerMessage(1403, LogLevel.Information, "The audit log of {Day} was dropped at the end of its retention")]
    public static partial void AuditDropped(ILogger log, string day);

    [LoggerMessage(1501, LogLevel.Warning, "Alarm {Kind}: partner {ClientId}, {Reason}: {Note}")]
    public static partial void Alarm(ILogger log, string kind, string clientId, string reason, string note);

    [LoggerMessage(1502, LogLevel.Error, "The budget of {ClientId} cannot be read or written ({Cause}); its status queries are refused")]
    public static partial void BudgetUnavailable(ILogger log, string clientId, string cause);

    [LoggerMessage(1503, LogLevel.Error, "An answer could not be kept for its Idempotency-Key ({Cause})")]
    public static partial void AnswerNotKept(ILogger log, string cause);

    // The exception's message is left out: a library may have put a caller's text into it.
    [LoggerMessage(1901, LogLevel.Error, "Unhandled failure in {Method} {Route}: {Cause}\n{Trace}")]
    public static partial void Unhandled(ILogger log, string method, string route, string cause, string? trace);
}
