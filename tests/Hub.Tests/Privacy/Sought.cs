using System.Buffers.Binary;
using System.Text;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>Texts sought in bytes, in every form that somebody could find them in: UTF-8, UTF-16, GB18030, escaped for JSON and for addresses.</summary>
internal sealed class Sought
{
    private readonly Dictionary<uint, List<(byte[] Bytes, string What)>> forms = [];
    private readonly bool[] firstTwo = new bool[1 << 16];

    static Sought() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Sought(IEnumerable<string> texts)
    {
        var gb18030 = Encoding.GetEncoding("GB18030");
        foreach (var text in texts)
        {
            var escaped = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
            foreach (var (form, written) in new[] { ("as it is", text), ("full-width", FullWidth(text)), ("JSON", escaped), ("JSON", escaped.ToUpperInvariant().Replace("\\U", "\\u", StringComparison.Ordinal)), ("address", Uri.EscapeDataString(text)) })
                foreach (var (encoding, bytes) in new[] { ("UTF-8", Encoding.UTF8.GetBytes(written)), ("UTF-16", Encoding.Unicode.GetBytes(written)), ("GB18030", gb18030.GetBytes(written)) })
                    Add(bytes, $"{text} ({form}, {encoding})");
        }
    }

    /// <summary>The longest form, in bytes.</summary>
    public int Longest { get; private set; }

    public static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

    public void FindIn(ReadOnlySpan<byte> bytes, Action<string> found)
    {
        for (var i = 0; i + 4 <= bytes.Length; i++)
        {
            if (!firstTwo[BinaryPrimitives.ReadUInt16LittleEndian(bytes[i..])]) continue;
            if (!forms.TryGetValue(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]), out var here)) continue;
            foreach (var (form, what) in here)
                if (bytes[i..].StartsWith(form))
                    found(what);
        }
    }

    private void Add(byte[] bytes, string what)
    {
        var key = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (!forms.TryGetValue(key, out var here)) forms[key] = here = [];
        if (here.Exists(f => f.Bytes.AsSpan().SequenceEqual(bytes))) return;
        here.Add((bytes, what));
        firstTwo[(ushort)key] = true;
        Longest = Math.Max(Longest, bytes.Length);
    }
}
