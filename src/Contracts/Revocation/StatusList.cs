namespace HealthBao.Contracts.Revocation;

/// <summary>One day's passes of one issuer, two bits each, lowest bits first (IETF Token Status List §4). Immutable.</summary>
public sealed class StatusList
{
    private readonly byte[] bits;

    /// <summary>Takes over the bytes.</summary>
    /// <param name="bits">Four passes a byte.</param>
    public StatusList(byte[] bits) => this.bits = bits;

    /// <summary>The number of places.</summary>
    public int Count => bits.Length * 4;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bits => bits;

    /// <summary>The state at an index; null outside the list or for the unused value.</summary>
    public PassState? StateOf(int index)
    {
        if ((uint)index >= (uint)Count) return null;
        var value = (bits[index >> 2] >> ((index & 3) * 2)) & 3;
        return value == 3 ? null : (PassState)value;
    }
}
