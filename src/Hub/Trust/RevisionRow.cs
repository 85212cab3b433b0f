namespace HealthBao.Hub.Trust;

/// <summary>
/// One row whose number grows with every change of the register; nodes watch it. It also says when the trust list of that number was signed and
/// with which sequence, so that every node publishes the same list and a reader of several never sees it go back.
/// </summary>
public sealed class RevisionRow
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    public long Number { get; set; }

    /// <summary>The list's <c>sequence</c>.</summary>
    public long Sequence { get; set; }

    /// <summary>The list's <c>iat</c>, in milliseconds since 1970.</summary>
    public long SignedAt { get; set; }
}
