using System.Text;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>One segment as it stands in the bit stream.</summary>
internal sealed record QrSegment(string Mode, string Text);

/// <summary>What a symbol says of itself. <c>Rest</c>: the bits after the last segment.</summary>
internal sealed record QrReading(int Version, char Level, int Mask, IReadOnlyList<QrSegment> Segments, string Rest);

/// <summary>
/// Reads a symbol back: format, unmask, de-interleave, segments. Shares no code and no table with the encoder:
/// free modules come from the geometry, alignment centres from their even spacing, blocks from table 9 in its own form.
/// </summary>
internal sealed class QrReader(bool[,] dark)
{
    // ISO/IEC 18004:2015 table 9, level M: codewords of error correction per block, then blocks × data codewords.
    private static readonly string[] Blocks =
    [
        "10 1x16", "16 1x28", "26 1x44", "18 2x32", "24 2x43", "16 4x27", "18 4x31", "22 2x38 2x39", "22 3x36 2x37", "26 4x43 1x44",
        "30 1x50 4x51", "22 6x36 2x37", "22 8x37 1x38", "24 4x40 5x41", "24 5x41 5x42", "28 7x45 3x46", "28 10x46 1x47", "26 9x43 4x44",
        "26 3x44 11x45", "26 3x41 13x42", "26 17x42", "28 17x46",
    ];

    private readonly int size = dark.GetLength(0);

    private int Version => (size - 17) / 4;

    public QrReading Read()
    {
        var format = ReadFormat();
        var bits = ReadData(format & 7);
        var segments = new List<QrSegment>();
        while (bits.Length - At >= 4 && Take(bits, 4) is var mode and not 0) segments.Add(ReadSegment(bits, mode));
        return new(Version, "MLHQ"[format >> 3], format & 7, segments, bits[Math.Min(At, bits.Length)..]);
    }

    private int At { get; set; }

    private QrSegment ReadSegment(string bits, int mode)
    {
        var small = Version < 10;
        if (mode == 4)
        {
            var bytes = new byte[Take(bits, small ? 8 : 16)];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)Take(bits, 8);
            return new("byte", Encoding.UTF8.GetString(bytes));
        }

        Assert.Equal(1, mode);
        var digits = new StringBuilder();
        for (var left = Take(bits, small ? 10 : 12); left > 0; left -= 3)
        {
            var group = Math.Min(3, left);
            digits.Append(Take(bits, (10 * group / 3) + (group == 3 ? 0 : 1)).ToString("D" + group));
        }

        return new("numeric", digits.ToString());
    }

    private int Take(string bits, int count)
    {
        var value = Convert.ToInt32(bits.Substring(At, count), 2);
        At += count;
        return value;
    }

    // Both copies, whole, the same, and a code word of the BCH code.
    private int ReadFormat()
    {
        var (first, second) = (0, 0);
        int[] about = [0, 1, 2, 3, 4, 5, 7, 8];
        for (var i = 0; i < 15; i++)
        {
            first |= Bit(i < 8 ? dark[8, about[i]] : dark[about[14 - i], 8]) << i;
            second |= Bit(i < 8 ? dark[size - 1 - i, 8] : dark[8, size - 15 + i]) << i;
        }

        Assert.Equal(first, second);
        Assert.True(dark[8, size - 8], "The dark module is light.");
        first ^= 0x5412;
        Assert.Equal(0, QrArithmetic.BinaryRemainder(first, 0x537));
        return first >> 10;
    }

    private string ReadData(int mask)
    {
        var codewords = new QrModules(dark).ReadCodewords(mask);
        var form = Blocks[Version - 1].Split(' ');
        var correction = int.Parse(form[0]);
        var blocks = form[1..].SelectMany(g => Enumerable.Repeat(int.Parse(g.Split('x')[1]), int.Parse(g.Split('x')[0])))
            .Select(data => (Data: data, All: new List<byte>())).ToList();
        Assert.Equal(codewords.Length, blocks.Sum(b => b.Data + correction));

        var next = 0;
        for (var i = 0; i < blocks[^1].Data; i++)
            foreach (var block in blocks.Where(b => i < b.Data)) block.All.Add(codewords[next++]);
        for (var i = 0; i < correction; i++)
            foreach (var block in blocks) block.All.Add(codewords[next++]);

        Assert.All(blocks, b => Assert.All(Enumerable.Range(0, correction), n => Assert.Equal(0, QrArithmetic.Syndrome(b.All, n))));
        return string.Concat(blocks.SelectMany(b => b.All.Take(b.Data)).Select(c => Convert.ToString(c, 2).PadLeft(8, '0')));
    }

    private static int Bit(bool isDark) => isDark ? 1 : 0;
}
