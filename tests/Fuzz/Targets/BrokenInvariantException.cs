namespace HealthBao.Fuzz.Targets;

/// <summary>What was read does not mean what it must; to a fuzzer this is a crash.</summary>
internal sealed class BrokenInvariantException(string invariant) : Exception(invariant)
{
    public static void Unless(bool holds, string invariant)
    {
        if (!holds) throw new BrokenInvariantException(invariant);
    }
}
