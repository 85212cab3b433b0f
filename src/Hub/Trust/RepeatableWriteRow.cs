namespace HealthBao.Hub.Trust;

/// <summary>A write that its caller named by an <c>Idempotency-Key</c>, and how it was answered.</summary>
public sealed class RepeatableWriteRow
{
    /// <summary>Whose key it is: a partner, or who a signed word says it is from.</summary>
    public required string Owner { get; set; }

    public required string Key { get; set; }

    /// <summary>SHA-256 of the request.</summary>
    public required byte[] Digest { get; set; }

    /// <summary>When a node began with it, in seconds since 1970.</summary>
    public required long BegunAt { get; set; }

    /// <summary>Until when it is kept, in seconds since 1970.</summary>
    public required long Expires { get; set; }

    /// <summary>The answer's status; 0 while it is under way.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }

    public byte[]? Body { get; set; }
}
