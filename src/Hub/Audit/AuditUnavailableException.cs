namespace HealthBao.Hub.Audit;

/// <summary>The audit log cannot be written, so what was to be recorded does not happen.</summary>
public sealed class AuditUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
