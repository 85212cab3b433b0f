namespace HealthBao.Contracts.Pass.Qr;

/// <summary>Puts codewords into the modules that function patterns leave free (ISO/IEC 18004:2015 §7.7.3).</summary>
internal static class CodewordPlacement
{
    private const int TimingColumn = 6;

    /// <summary>Columns in pairs from the right, up and down in turn; remainder modules stay light.</summary>
    public static void Place(QrMatrix matrix, ReadOnlySpan<byte> codewords)
    {
        var bit = 0;
        var up = true;
        for (var right = matrix.Size - 1; right > 0; right -= 2, up = !up)
        {
            if (right == TimingColumn) right--;
            for (var step = 0; step < matrix.Size; step++)
            {
                var y = up ? matrix.Size - 1 - step : step;
                for (var x = right; x > right - 2; x--)
                {
                    if (matrix.IsFunction(x, y) || bit == 8 * codewords.Length) continue;
                    matrix[x, y] = ((codewords[bit / 8] >> (7 - (bit % 8))) & 1) != 0;
                    bit++;
                }
            }
        }
    }
}
