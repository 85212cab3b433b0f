namespace HealthBao.Contracts.Tests.Pass;

/// <summary>The arithmetic of ISO/IEC 18004, done the slow and obvious way.</summary>
internal static class QrArithmetic
{
    /// <summary>The remainder of a polynomial over GF(2).</summary>
    public static int BinaryRemainder(int value, int divisor)
    {
        var degree = int.Log2(divisor);
        while (value != 0 && int.Log2(value) >= degree) value ^= divisor << (int.Log2(value) - degree);
        return value;
    }

    /// <summary>A block as a polynomial over GF(256) at 2ⁿ: 0 for every n below the number of correction codewords.</summary>
    public static int Syndrome(IEnumerable<byte> block, int n)
    {
        var root = 1;
        for (var i = 0; i < n; i++) root = Multiply(root, 2);
        return block.Aggregate(0, (sum, codeword) => Multiply(sum, root) ^ codeword);
    }

    // Carry-less product, reduced by x⁸ + x⁴ + x³ + x² + 1.
    private static int Multiply(int a, int b)
    {
        var product = 0;
        for (var bit = 0; bit < 8; bit++)
            if (((b >> bit) & 1) != 0)
                product ^= a << bit;

        return BinaryRemainder(product, 0x11D);
    }
}
