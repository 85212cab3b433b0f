using System.Security.Cryptography;

namespace HealthBao.Hub.Audit;

/// <summary>
/// What one commit appended: lines of JSON, chained to the block before by hash. Never changed, so that the lines can become leaves of a
/// Merkle log.
/// </summary>
/// <param name="Number">Counts from 1 within the day.</param>
/// <param name="At">When it was appended, in milliseconds since 1970.</param>
/// <param name="Entries">How many lines.</param>
/// <param name="Previous">The hash of the block before, of this day or an earlier one; 32 zeros for the very first.</param>
/// <param name="Hash">SHA-256 of <paramref name="Previous"/> and the lines.</param>
/// <param name="Lines">The lines, each ended by a line feed.</param>
internal sealed record AuditBlock(long Number, long At, int Entries, byte[] Previous, byte[] Hash, byte[] Lines)
{
    public static byte[] Nothing { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Whether the block is what was appended.</summary>
    public bool IsIntact => Hash.AsSpan().SequenceEqual(HashOf(Previous, Lines));

    public static AuditBlock After(AuditHead head, DateTimeOffset at, int entries, byte[] lines) =>
        new(head.Number + 1, at.ToUnixTimeMilliseconds(), entries, head.Hash, HashOf(head.Hash, lines), lines);

    private static byte[] HashOf(byte[] previous, byte[] lines)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(lines);
        return hash.GetHashAndReset();
    }
}
