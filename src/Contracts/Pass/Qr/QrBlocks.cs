namespace HealthBao.Contracts.Pass.Qr;

/// <summary>Data codewords in blocks, each with its error correction, interleaved (ISO/IEC 18004:2015 §7.6).</summary>
internal static class QrBlocks
{
    public static byte[] Interleave(QrVersion version, byte[] data)
    {
        var generator = ReedSolomon.Generator(version.CorrectionCodewordsPerBlock);
        var blocks = Split(version, data);
        var corrections = blocks.ConvertAll(block => ReedSolomon.Remainder(block, generator));

        var codewords = new List<byte>(version.TotalCodewords);
        Weave(blocks.ConvertAll(block => block.ToArray()), codewords);
        Weave(corrections, codewords);
        return [.. codewords];
    }

    // Where the data do not divide evenly, the last blocks are one codeword longer.
    private static List<ArraySegment<byte>> Split(QrVersion version, byte[] data)
    {
        var blocks = new List<ArraySegment<byte>>(version.Blocks);
        var (length, longer) = Math.DivRem(data.Length, version.Blocks);
        for (int n = 0, start = 0; n < version.Blocks; n++)
        {
            var own = n < version.Blocks - longer ? length : length + 1;
            blocks.Add(new(data, start, own));
            start += own;
        }

        return blocks;
    }

    private static void Weave(List<byte[]> blocks, List<byte> codewords)
    {
        for (var i = 0; i < blocks[^1].Length; i++)
            foreach (var block in blocks)
                if (i < block.Length)
                    codewords.Add(block[i]);
    }
}
