using HealthBao.Hub.Audit;
using HealthBao.Hub.Telemetry;

namespace HealthBao.Hub.Limits;

/// <summary>Tells an operator what one partner does: in the log, in a counter, and in the audit log by the entry that is handed back.</summary>
internal sealed class Alarms(HubMeters meters, ILogger<Alarms> log)
{
    /// <returns>The entry, to be appended with what is recorded of the call.</returns>
    public AuditEntry Raise(string kind, string clientId, string reason, string note)
    {
        Log.Alarm(log, kind, clientId, reason, note);
        meters.Alarmed(kind);
        return new(kind, clientId) { Subject = clientId, Reason = reason, Outcome = "alarm", Note = note };
    }
}
