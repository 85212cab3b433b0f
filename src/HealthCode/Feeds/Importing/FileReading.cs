using System.Threading.Channels;
using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>Reads a file on several threads at once: one cuts it into chunks, the others read these. Memory does not grow with the file.</summary>
internal sealed class FileReading(Delivery delivery, string region, long now, int today, int threads, int maxFaults)
{
    private readonly NamedOffices offices = new();
    private ChunkReader? chunks;
    private string digest = "";

    public FaultList Faults { get; } = new(maxFaults);

    public NamedOffices Offices => offices;

    public long Rows { get; private set; }

    /// <summary>Reads to the end, or to the first thing that no row can be blamed for.</summary>
    public async Task<ImportRefusal?> ReadAsync(byte[] lasting, DaySecrets? day, RowSpool spool, RejectedRows? rejected, ImportProgress progress, CancellationToken cancellation)
    {
        chunks = new(delivery.Csv);
        var before = progress.Rows;
        try
        {
            var first = await chunks.ReadAsync(cancellation);
            if (first is null || CharsetOf(first) is not { } charset) return ImportRefusal.WrongHeader;
            var context = new RowContext(region, charset, now, today, delivery.Office, offices);
            var channel = Channel.CreateBounded<FileChunk>(threads);
            var readers = Enumerable.Range(0, threads).Select(_ => Task.Run(
                () => ReadAllAsync(channel, new(delivery.Feed, context, lasting, day?.People, spool, Faults, rejected, progress)), cancellation)).ToArray();
            try
            {
                for (var chunk = first; chunk is not null; chunk = await chunks.ReadAsync(cancellation))
                {
                    progress.SawBytes(chunks.Bytes);
                    await channel.Writer.WriteAsync(chunk, cancellation);
                }
            }
            finally
            {
                channel.Writer.TryComplete();
                await Task.WhenAll(readers);
            }

            rejected?.Flush();
        }
        catch (Exception e) when (e is InvalidDataException or IOException && !cancellation.IsCancellationRequested)
        {
            return ImportRefusal.BrokenLines;
        }

        Rows = progress.Rows - before;
        digest = chunks.Finish();
        return null;
    }

    /// <summary>Null when the file is what its <c>.ok</c> promised.</summary>
    public ImportRefusal? Judge(OkFile promised)
    {
        if (chunks is not { EndsWithLine: true }) return ImportRefusal.ShortFile;
        if (digest != promised.Sm3) return Rows < promised.Rows ? ImportRefusal.ShortFile : ImportRefusal.WrongDigest;
        return Rows == promised.Rows ? null : ImportRefusal.WrongRowCount;
    }

    private static async Task ReadAllAsync(Channel<FileChunk> chunks, RowReader reader)
    {
        using var owned = reader;
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync()) reader.Read(chunk);
        }
        catch (Exception e)
        {
            // Nobody may wait for a reader that is gone.
            chunks.Writer.TryComplete(e);
            throw;
        }
    }

    private FeedCharset? CharsetOf(FileChunk first)
    {
        var text = first.Buffer.AsSpan(0, first.Length);
        var end = text.IndexOf((byte)'\n');
        if (end < 0) return null;
        var line = text[..end];
        return FeedCharset.Of(line is [.., (byte)'\r'] ? line[..^1] : line, delivery.Feed.Columns);
    }
}
