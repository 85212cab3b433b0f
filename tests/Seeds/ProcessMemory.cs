using System.Globalization;

namespace HealthBao.Seeds;

/// <summary>All memory of another process that can be read, as a full dump has it: heaps, stacks, loaded files (proc(5), /proc/pid/maps and mem).</summary>
internal static class ProcessMemory
{
    private const int Piece = 1 << 20;

    /// <summary>Shows the memory piece by piece; each piece begins with the end of the one before, so that nothing is cut in two.</summary>
    /// <returns>How many bytes were read.</returns>
    public static long Read(int process, int overlap, Action<ReadOnlyMemory<byte>> see)
    {
        using var memory = File.OpenHandle($"/proc/{process}/mem");
        var buffer = new byte[Piece];
        var total = 0L;
        foreach (var (start, end) in Mappings(process))
        {
            var kept = 0;
            for (var at = start; at < end;)
            {
                var read = TryRead(memory, buffer.AsSpan(kept, (int)Math.Min(Piece - kept, end - at)), at);
                if (read == 0) break;
                (at, total) = (at + read, total + read);
                see(buffer.AsMemory(0, kept + read));
                var carried = Math.Min(overlap, kept + read);
                buffer.AsSpan(kept + read - carried, carried).CopyTo(buffer);
                kept = carried;
            }
        }

        return total;
    }

    private static (long Start, long End)[] Mappings(int process) =>
    [
        .. from line in File.ReadLines($"/proc/{process}/maps")
           let parts = line.Split(' ')
           // [vvar] and [vsyscall] are the kernel's and cannot be read.
           where parts[1][0] == 'r' && !line.Contains("[v", StringComparison.Ordinal)
           let range = parts[0].Split('-')
           select (Address(range[0]), Address(range[1])),
    ];

    private static long Address(string hexadecimal) => long.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static int TryRead(Microsoft.Win32.SafeHandles.SafeFileHandle memory, Span<byte> into, long at)
    {
        try
        {
            return RandomAccess.Read(memory, into, at);
        }
        catch (IOException)
        {
            // A mapping of a file that ends before the mapping does, or one that went away since the list was read.
            return 0;
        }
    }
}
