namespace HealthBao.Hub.Limits;

/// <summary>A window after a call.</summary>
/// <param name="IsAdmitted">Whether the call is within the quota.</param>
/// <param name="Left">How many more are.</param>
/// <param name="Seconds">How many seconds until the window ends.</param>
internal readonly record struct WindowState(bool IsAdmitted, int Left, long Seconds);
