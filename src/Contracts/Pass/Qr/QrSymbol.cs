namespace HealthBao.Contracts.Pass.Qr;

/// <summary>A whole symbol, from digits to modules, in the order of ISO/IEC 18004:2015 §7.1.</summary>
internal static class QrSymbol
{
    /// <exception cref="ArgumentException">No version up to 22 holds so many digits.</exception>
    public static QrMatrix Of(ReadOnlySpan<char> digits)
    {
        var version = QrVersion.SmallestFor(digits.Length)
            ?? throw new ArgumentException($"Version {QrVersion.Highest} at level M does not hold so many digits.", nameof(digits));
        return Draw(version, CardSegments.Write(version, digits));
    }

    /// <summary>A symbol of one byte segment.</summary>
    /// <exception cref="ArgumentException">No version up to 22 holds so long a text.</exception>
    public static QrMatrix OfText(ReadOnlySpan<byte> text)
    {
        var version = TextSegment.SmallestFor(text.Length) ?? throw new ArgumentException($"Version {QrVersion.Highest} at level M does not hold so long a text.", nameof(text));
        return Draw(version, TextSegment.Write(version, text));
    }

    private static QrMatrix Draw(QrVersion version, byte[] data)
    {
        var codewords = QrBlocks.Interleave(version, data);
        var matrix = new QrMatrix(version.Size);
        FunctionPatterns.Draw(matrix, version);
        QrInformation.DrawVersion(matrix, version);
        QrInformation.DrawFormat(matrix, mask: 0);
        CodewordPlacement.Place(matrix, codewords);
        ApplyBestMask(matrix);
        return matrix;
    }

    private static void ApplyBestMask(QrMatrix matrix)
    {
        var (best, lowest) = (0, int.MaxValue);
        for (var mask = 0; mask < QrMask.Count; mask++)
        {
            Apply(matrix, mask);
            var penalty = QrPenalty.Of(matrix);
            if (penalty < lowest) (best, lowest) = (mask, penalty);
            QrMask.Apply(matrix, mask);
        }

        Apply(matrix, best);
    }

    private static void Apply(QrMatrix matrix, int mask)
    {
        QrMask.Apply(matrix, mask);
        QrInformation.DrawFormat(matrix, mask);
    }
}
