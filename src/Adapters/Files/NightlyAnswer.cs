namespace HealthBao.Adapters.Files;

/// <summary>What a nightly file says of one person. Closed: the three cases below.</summary>
public abstract record NightlyAnswer
{
    private NightlyAnswer()
    {
    }

    /// <summary>The file names the person.</summary>
    /// <param name="Code">The native code.</param>
    /// <param name="AsOf">When the source last changed the row; never in the future.</param>
    public sealed record Found(string Code, DateTimeOffset AsOf) : NightlyAnswer;

    /// <summary>Today's file does not name the person under this name.</summary>
    public sealed record Unknown : NightlyAnswer;

    /// <summary>Today's file is not here, or the person's row in it has run out.</summary>
    public sealed record Late : NightlyAnswer;
}
