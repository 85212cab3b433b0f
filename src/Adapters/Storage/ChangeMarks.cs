namespace HealthBao.Adapters.Storage;

/// <summary>
/// When a person's status last changed, in the order of changes: an answer that was asked for before a change and arrives after it is stale.
/// In memory only, since no question outlives the process.
/// </summary>
internal sealed class ChangeMarks
{
    private readonly Dictionary<string, long> marks = new(StringComparer.Ordinal);
    private long epoch;
    private long all;

    public long Epoch => Interlocked.Read(ref epoch);

    /// <summary>Called by the writer only.</summary>
    public void Mark(params IEnumerable<byte[]> tags)
    {
        var now = Interlocked.Increment(ref epoch);
        foreach (var tag in tags) marks[Convert.ToBase64String(tag)] = now;
    }

    /// <summary>Whatever was asked for before counts no more. Called by the writer only.</summary>
    public void MarkAll() => all = Interlocked.Increment(ref epoch);

    public bool IsStale(PassClaim claim) => all > claim.AskedAt || IsAfter(claim.Subject, claim.AskedAt) || (claim.Document is { } document && IsAfter(document, claim.AskedAt));

    private bool IsAfter(byte[] tag, long asked) => marks.TryGetValue(Convert.ToBase64String(tag), out var changed) && changed > asked;
}
