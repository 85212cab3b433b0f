using HealthBao.HealthCode.Settings;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>
/// Sorts more rows than fit into memory. Keys are HMACs and therefore spread evenly: a row goes into one of 256 parts by its key's first
/// byte, each part is then sorted by itself, and the parts follow each other in order; nothing has to be merged (docs/decisions/0023).
/// What is on disk meanwhile is keys and values, no name and no number.
/// </summary>
internal sealed class RowSpool : IDisposable
{
    private const int Parts = 256;
    private const int BufferRows = 1024;

    private readonly Part[] parts = new Part[Parts];
    private readonly int rowSize;

    public RowSpool(DataFolder folder, string name, int rowSize)
    {
        this.rowSize = rowSize;
        for (var i = 0; i < Parts; i++) parts[i] = new(folder.File($"{name}.{i:x2}.spool"), rowSize);
    }

    /// <summary>Adds a row; any thread may.</summary>
    public void Add(ReadOnlySpan<byte> row) => parts[row[0]].Add(row);

    /// <summary>All rows, part by part, each sorted by key and then by line. While one is read the next is being sorted.</summary>
    public IEnumerable<SortedRows> Sorted()
    {
        var next = Task.Run(parts[0].Sort);
        for (var i = 0; i < Parts; i++)
        {
            var sorted = next.GetAwaiter().GetResult();
            var following = i + 1;
            if (following < Parts) next = Task.Run(parts[following].Sort);
            if (sorted.Count > 0) yield return sorted;
        }
    }

    public void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }

    /// <summary>Deletes what a process that was killed left behind.</summary>
    public static void Sweep(DataFolder folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder.Path, "*.spool")) File.Delete(path);
    }

    private sealed class Part(string path, int rowSize) : IDisposable
    {
        private readonly Lock gate = new();
        private byte[] buffer = [];
        private int filled;
        private FileStream? file;

        public void Add(ReadOnlySpan<byte> row)
        {
            lock (gate)
            {
                if (filled == buffer.Length) Spill();
                row.CopyTo(buffer.AsSpan(filled));
                filled += rowSize;
            }
        }

        public SortedRows Sort()
        {
            var spilled = (int)(file?.Length ?? 0);
            var rows = new byte[spilled + filled];
            if (file is not null)
            {
                file.Position = 0;
                file.ReadExactly(rows.AsSpan(0, spilled));
            }

            buffer.AsSpan(0, filled).CopyTo(rows.AsSpan(spilled));
            Dispose();
            return new(rows, rowSize);
        }

        public void Dispose()
        {
            file?.Dispose();
            (file, buffer, filled) = (null, [], 0);
        }

        // Small first: most deliveries are small.
        private void Spill()
        {
            if (buffer.Length < BufferRows * rowSize)
            {
                Array.Resize(ref buffer, buffer.Length == 0 ? 16 * rowSize : buffer.Length * 2);
                return;
            }

            file ??= Open();
            file.Write(buffer, 0, filled);
            filled = 0;
        }

        private FileStream Open()
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new(path, options);
        }
    }
}
