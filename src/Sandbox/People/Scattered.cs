namespace HealthBao.Sandbox.People;

/// <summary>Every number below a limit exactly once, in an order that does not look like one, without keeping those already given.</summary>
internal sealed class Scattered
{
    private readonly long limit;
    private readonly long start;
    private readonly long step;

    public Scattered(long limit, Random random)
    {
        this.limit = limit;
        start = random.NextInt64(limit);
        do step = random.NextInt64(1, limit);
        while (!HaveNoCommonDivisor(step, limit));
    }

    /// <summary>The n-th number; no other n below the limit gives the same, since step and limit have no common divisor.</summary>
    public long At(long n)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(n, limit);
        return (long)((((Int128)n * step) + start) % limit);
    }

    private static bool HaveNoCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a == 1;
    }
}
