namespace HealthBao.Contracts.Pass.Qr;

/// <summary>The error correction codewords of one block: the remainder of its data divided by the generator polynomial.</summary>
internal static class ReedSolomon
{
    /// <summary>The coefficients of (x − 2⁰)(x − 2¹)…(x − 2ⁿ⁻¹) below the leading one, the highest first.</summary>
    public static byte[] Generator(int degree)
    {
        var coefficients = new byte[degree];
        coefficients[^1] = 1;
        for (var n = 0; n < degree; n++)
        {
            var root = GaloisField.Power(n);
            for (var i = 0; i < degree; i++)
            {
                var next = i + 1 < degree ? coefficients[i + 1] : (byte)0;
                coefficients[i] = (byte)(GaloisField.Multiply(coefficients[i], root) ^ next);
            }
        }

        return coefficients;
    }

    public static byte[] Remainder(ReadOnlySpan<byte> data, ReadOnlySpan<byte> generator)
    {
        var remainder = new byte[generator.Length];
        foreach (var codeword in data)
        {
            var factor = (byte)(codeword ^ remainder[0]);
            remainder.AsSpan(1).CopyTo(remainder);
            remainder[^1] = 0;
            for (var i = 0; i < remainder.Length; i++) remainder[i] ^= GaloisField.Multiply(generator[i], factor);
        }

        return remainder;
    }
}
