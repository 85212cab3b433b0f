using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds;

/// <summary>What was read of one row. One object for each thread that reads, filled anew for each row: no text of a person is ever made of it.</summary>
internal sealed class FeedRow
{
    private readonly byte[] number = new byte[32];
    private readonly byte[] name = new byte[NameForm.MaxBytes];

    public DocumentType Kind { get; set; }

    /// <summary>The normalised number in ASCII.</summary>
    public ReadOnlySpan<byte> Number => number.AsSpan(0, NumberLength);

    public Span<byte> NumberBuffer => number;

    public int NumberLength { get; set; }

    /// <summary>The name in the form of <see cref="NameForm"/>, in UTF-8.</summary>
    public ReadOnlySpan<byte> Name => name.AsSpan(0, NameLength);

    public Span<byte> NameBuffer => name;

    public int NameLength { get; set; }

    public byte State { get; set; }

    public byte Reason { get; set; }

    public ushort Flags { get; set; }

    /// <summary>12 digits, or 0.</summary>
    public long Division { get; set; }

    public long At { get; set; }

    public long Until { get; set; }

    /// <summary>The office, by its place in the import's list.</summary>
    public ushort Authority { get; set; }

    public void Clear()
    {
        (NumberLength, NameLength, State, Reason, Flags, Division, At, Until, Authority) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
