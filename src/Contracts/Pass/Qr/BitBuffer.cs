namespace HealthBao.Contracts.Pass.Qr;

/// <summary>Bits written one after the other, the most significant first, into a fixed number of codewords.</summary>
internal sealed class BitBuffer(int codewords)
{
    private readonly byte[] bytes = new byte[codewords];

    /// <summary>How many bits are written.</summary>
    public int Length { get; private set; }

    /// <summary>How many bits there is room for.</summary>
    public int Capacity => 8 * bytes.Length;

    public byte[] Codewords => bytes;

    public void Append(int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--, Length++)
            if (((value >> bit) & 1) != 0)
                bytes[Length / 8] |= (byte)(0x80 >> (Length % 8));
    }
}
