namespace HealthBao.Hub.Limits;

/// <summary>
/// Counts calls in a window that begins with its first call. The framework's limiters take no clock and do not tell what is left
/// (docs/decisions/0024).
/// </summary>
internal sealed class CallWindow(TimeSpan length, TimeProvider clock)
{
    private readonly Lock gate = new();
    private long start;
    private int calls;

    /// <summary>Counts a call.</summary>
    /// <param name="quota">How many the window has; may differ from call to call.</param>
    public WindowState Take(int quota)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (calls == 0 || clock.GetElapsedTime(start, now) >= length) (start, calls) = (now, 0);
            var isAdmitted = calls < quota;
            if (isAdmitted) calls++;
            return new(isAdmitted, Math.Max(0, quota - calls), RateLimitFields.Seconds(length - clock.GetElapsedTime(start, now)));
        }
    }
}
