namespace HealthBao.HealthCode.Tests;

/// <summary>
/// A clock that stands where the test sets it; timers run by the machine's time. A clock that fires a timer for each second it is moved by
/// would have the day's turn look a million times when a test moves on by two weeks.
/// </summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private long ticks = now.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
