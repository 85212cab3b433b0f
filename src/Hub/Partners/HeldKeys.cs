using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>What is held of one key document.</summary>
/// <param name="Keys">The last keys that could be read; empty before.</param>
/// <param name="ReadAt">When they were.</param>
/// <param name="TriedAt">When the document was last asked for.</param>
internal sealed record HeldKeys(IReadOnlyList<PartnerKey> Keys, DateTimeOffset ReadAt, DateTimeOffset TriedAt)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LastGood = TimeSpan.FromHours(24);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    public static HeldKeys Nothing { get; } = new([], DateTimeOffset.MinValue, DateTimeOffset.MinValue);

    /// <summary>A key, while what is held may count.</summary>
    public PartnerKey? Find(string kid, DateTimeOffset now) => Age(ReadAt, now) < LastGood ? Keys.FirstOrDefault(k => k.Kid == kid) : null;

    /// <summary>Whether to ask for the document: a key is missing or what is held is old, and it was not asked for within the minute.</summary>
    public bool ShouldAsk(string kid, DateTimeOffset now) => (Age(ReadAt, now) >= Fresh || Find(kid, now) is null) && Age(TriedAt, now) >= BetweenTries;

    // A clock that was set back makes what is held old, never young.
    private static TimeSpan Age(DateTimeOffset at, DateTimeOffset now) => (now - at).Duration();
}
