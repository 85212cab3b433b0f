using System.Globalization;
using System.Text;

namespace HealthBao.HealthCode.Feeds;

/// <summary>The <c>.ok</c> file beside a nightly file: <c>rows=&lt;n&gt;</c> and <c>sm3=&lt;hex of the csv&gt;</c>, a line each.</summary>
/// <param name="Rows">The number of rows without the header.</param>
/// <param name="Sm3">64 hexadecimal digits, lower case.</param>
internal sealed record OkFile(long Rows, string Sm3)
{
    private const int MaxBytes = 1024;

    /// <summary>Null when it is not such a file.</summary>
    public static async Task<OkFile?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > MaxBytes ? null : Parse(Encoding.ASCII.GetString(buffer, 0, length));
    }

    private static OkFile? Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length != 2 || Value(lines, "rows=") is not { } rows || Value(lines, "sm3=") is not { } sm3) return null;
        if (!long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return sm3.Length == 64 && sm3.All(char.IsAsciiHexDigit) ? new(count, sm3.ToLowerInvariant()) : null;
    }

    private static string? Value(string[] lines, string key) =>
        Array.Find(lines, l => l.StartsWith(key, StringComparison.Ordinal))?[key.Length..];
}
