using System.Buffers.Binary;
using System.Text;

namespace HealthBao.Seeds;

/// <summary>
/// Texts sought in bytes, in every form that somebody could find them in: UTF-8, UTF-16, GB18030, full-width, escaped for JSON and for
/// addresses, inside base64 and base64url.
/// </summary>
internal sealed class Sought
{
    // Nine digits or fewer stand by chance in other numbers: they count where they stand alone.
    private const int ShortText = 9;

    private readonly Dictionary<uint, List<Form>> forms = [];
    // Most places are told by one look that nothing begins there.
    private readonly bool[] begins = new bool[1 << 22];

    static Sought() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Sought(IEnumerable<string> texts)
    {
        var gb18030 = Encoding.GetEncoding("GB18030");
        foreach (var text in texts)
        {
            var alone = text.Length <= ShortText && text.All(char.IsAsciiLetterOrDigit);
            foreach (var (form, written) in WrittenForms(text))
            {
                Add(new(Encoding.UTF8.GetBytes(written), $"{text} ({form}, UTF-8)", alone ? 1 : 0));
                Add(new(Encoding.Unicode.GetBytes(written), $"{text} ({form}, UTF-16)", alone ? 2 : 0));
                Add(new(gb18030.GetBytes(written), $"{text} ({form}, GB18030)", alone ? 1 : 0));
            }
        }
    }

    /// <summary>The longest form, in bytes.</summary>
    public int Longest { get; private set; }

    public static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

    public void FindIn(ReadOnlySpan<byte> bytes, Action<string> found)
    {
        var key = 0u;
        for (var end = 0; end < bytes.Length; end++)
        {
            key = (key >> 8) | ((uint)bytes[end] << 24);
            if (!begins[Place(key)] || end < 3 || !forms.TryGetValue(key, out var here)) continue;
            var i = end - 3;
            foreach (var form in here)
                if (form.StandsAt(bytes, i))
                    found(form.What);
        }
    }

    private static IEnumerable<(string Form, string Written)> WrittenForms(string text)
    {
        yield return ("as it is", text);
        yield return ("full-width", FullWidth(text));
        yield return ("JSON", string.Concat(text.Select(c => $"\\u{(int)c:x4}")));
        yield return ("JSON", string.Concat(text.Select(c => $"\\u{(int)c:X4}")));
        yield return ("JSON", string.Concat(text.Select(c => c > '~' ? $"\\u{(int)c:X4}" : c.ToString())));
        yield return ("address", Uri.EscapeDataString(text));
        yield return ("address", string.Concat(Encoding.UTF8.GetBytes(text).Select(b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"%{b:x2}")));
        for (var before = 0; before < 3; before++)
        {
            var base64 = Base64(text, before);
            yield return ("base64", base64);
            yield return ("base64", base64.Replace('+', '-').Replace('/', '_'));
        }
    }

    // What the text makes of base64 after so many other bytes, without the characters that its neighbours have a share in.
    private static string Base64(string text, int before)
    {
        byte[] bytes = [.. new byte[before], .. Encoding.UTF8.GetBytes(text)];
        return Convert.ToBase64String(bytes).TrimEnd('=')[(((8 * before) + 5) / 6)..(8 * bytes.Length / 6)];
    }

    private static uint Place(uint key) => (key * 2654435761) >> 10;

    private void Add(Form form)
    {
        var key = BinaryPrimitives.ReadUInt32LittleEndian(form.Bytes);
        if (!forms.TryGetValue(key, out var here)) forms[key] = here = [];
        if (here.Exists(f => f.Bytes.AsSpan().SequenceEqual(form.Bytes))) return;
        here.Add(form);
        begins[Place(key)] = true;
        Longest = Math.Max(Longest, form.Bytes.Length);
    }

    /// <param name="AloneBy">0, or how many bytes a character has that may not be a letter or digit before or after.</param>
    private sealed record Form(byte[] Bytes, string What, int AloneBy)
    {
        public bool StandsAt(ReadOnlySpan<byte> bytes, int at) =>
            bytes[at..].StartsWith(Bytes) && (AloneBy == 0 || (!IsPart(bytes, at - AloneBy) && !IsPart(bytes, at + Bytes.Length)));

        private bool IsPart(ReadOnlySpan<byte> bytes, int at) =>
            at >= 0 && at + AloneBy <= bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[at]) && (AloneBy == 1 || bytes[at + 1] == 0);
    }
}
