namespace HealthBao.Hub.Limits;

/// <summary>Counts one partner's calls over the last while, in tenths of it, and says when a rule is broken: at most once in each such while.</summary>
internal sealed class SlidingCount(WatchRule rule)
{
    private const int Tenths = 10;
    private readonly Lock gate = new();
    private readonly (long Tenth, int All, int Conspicuous)[] slots = new (long, int, int)[Tenths];
    private DateTimeOffset? raised;

    /// <returns>How many of how many, when that is too much.</returns>
    public (int Conspicuous, int All)? Note(bool isConspicuous, DateTimeOffset now)
    {
        var tenth = now.UtcTicks / (rule.Window.Ticks / Tenths);
        lock (gate)
        {
            ref var slot = ref slots[tenth % Tenths];
            if (slot.Tenth != tenth) slot = (tenth, 0, 0);
            slot.All++;
            if (!isConspicuous) return null;
            slot.Conspicuous++;
            var (all, conspicuous) = Sum(tenth);
            if (!rule.IsBroken(all, conspicuous) || now - raised < rule.Window) return null;
            raised = now;
            return (conspicuous, all);
        }
    }

    private (int All, int Conspicuous) Sum(long tenth)
    {
        var (all, conspicuous) = (0, 0);
        foreach (var slot in slots)
            if (slot.Tenth > tenth - Tenths && slot.Tenth <= tenth) (all, conspicuous) = (all + slot.All, conspicuous + slot.Conspicuous);
        return (all, conspicuous);
    }
}
