using System.Globalization;
using HealthBao.HealthCode.Feeds.Importing;

namespace HealthBao.HealthCode.Commands;

/// <summary><c>ok &lt;file&gt;</c>: writes the <c>.ok</c> beside a file, for whoever has no tool that knows SM3. Only the source knows whether the file is whole.</summary>
internal static class OkCommand
{
    public static async Task<int> RunAsync(string file)
    {
        await using var csv = File.OpenRead(file);
        var chunks = new ChunkReader(csv);
        var lines = 0L;
        while (await chunks.ReadAsync(CancellationToken.None) is { } chunk)
        {
            lines += chunk.Buffer.AsSpan(0, chunk.Length).Count((byte)'\n');
            System.Buffers.ArrayPool<byte>.Shared.Return(chunk.Buffer);
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"rows={Math.Max(0, lines - 1)}\nsm3={chunks.Finish()}\n");
        await File.WriteAllTextAsync(file + ".ok", text);
        await Console.Out.WriteAsync(text);
        return 0;
    }
}
