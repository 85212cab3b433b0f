namespace HealthBao.Contracts.Pass.Qr;

/// <summary>GF(2⁸) over x⁸ + x⁴ + x³ + x² + 1, generator 2 (ISO/IEC 18004:2015 §7.5.2).</summary>
internal static class GaloisField
{
    private const int Polynomial = 0b1_0001_1101;
    private const int Order = 255;

    private static readonly byte[] Powers = new byte[2 * Order];
    private static readonly byte[] Logarithms = new byte[256];

    static GaloisField()
    {
        var value = 1;
        for (var exponent = 0; exponent < Order; exponent++)
        {
            Powers[exponent] = Powers[exponent + Order] = (byte)value;
            Logarithms[value] = (byte)exponent;
            value <<= 1;
            if (value > 255) value ^= Polynomial;
        }
    }

    /// <summary>2 to the power of an exponent of 0–254.</summary>
    public static byte Power(int exponent) => Powers[exponent];

    public static byte Multiply(byte a, byte b) => a == 0 || b == 0 ? (byte)0 : Powers[Logarithms[a] + Logarithms[b]];
}
