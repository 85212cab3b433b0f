namespace HealthBao.Adapters.NativeSystem;

/// <summary>What came of a told change. Closed: three cases.</summary>
internal abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>Recorded and in force.</summary>
    /// <param name="Passes">How many passes lost their standing.</param>
    /// <param name="Record">The number of its record.</param>
    public sealed record InForce(int Passes, long Record) : ChangeOutcome;

    /// <summary>The same Idempotency-Key named another change today.</summary>
    public sealed record KeyTaken : ChangeOutcome;

    /// <summary>It could not be recorded, or not be brought into force; nothing is acknowledged.</summary>
    public sealed record Unrecorded : ChangeOutcome;
}
