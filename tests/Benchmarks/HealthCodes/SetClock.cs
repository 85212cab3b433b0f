namespace HealthBao.Benchmarks.HealthCodes;

/// <summary>A clock that stands where it is set; timers run on.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
