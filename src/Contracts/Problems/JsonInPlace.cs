using System.Globalization;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Problems;

/// <summary>
/// One sound JSON object where it lies, in memory of the caller's: members are looked for each time and nothing is copied, so that
/// whoever holds the memory can wipe what is personal in it.
/// </summary>
internal readonly struct JsonInPlace(ReadOnlyMemory<byte> json)
{
    public const int NoRoom = -1;
    public const int HalfPair = -2;

    // More than any name that is asked for.
    private const int ShortName = 64;

    /// <summary>Whether there is no object.</summary>
    public bool IsNothing => json.IsEmpty;

    /// <summary>Finds a member's value as it is written.</summary>
    public JsonTokenType Find(string name, out ReadOnlyMemory<byte> value)
    {
        value = default;
        if (json.IsEmpty) return JsonTokenType.None;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = IsNamed(reader, name);
            reader.Read();
            var (type, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            reader.Skip();
            if (!found) continue;
            value = json[start..(int)reader.BytesConsumed];
            return type;
        }

        return JsonTokenType.None;
    }

    /// <summary>The members that are not among those named, each by its name if it is short and looks like one.</summary>
    public List<string> MembersOtherThan(IReadOnlySet<string> asked)
    {
        var others = new List<string>();
        if (json.IsEmpty) return others;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var known = false;
            foreach (var name in asked) known |= IsNamed(reader, name);
            if (!known) others.Add(Printable(reader.ValueSpan));
            reader.Read();
            reader.Skip();
        }

        return others;
    }

    /// <summary>A member's name is the caller's text too: only what looks like a name is repeated.</summary>
    /// <param name="written">The name as it is written.</param>
    public static string Printable(ReadOnlySpan<byte> written)
    {
        using var name = new Wiped(stackalloc char[32]);
        var length = Decode(written, name.Room);
        if (length < 0) return "(unknown)";
        foreach (var c in name.Room[..length])
            if (!char.IsAsciiLetter(c) && c != '_')
                return "(unknown)";

        return name.Room[..length].ToString();
    }

    /// <summary>Decodes what stands between the quotation marks of a sound JSON text.</summary>
    /// <returns>The number of characters, <see cref="NoRoom"/> or <see cref="HalfPair"/>.</returns>
    public static int Decode(ReadOnlySpan<byte> written, Span<char> into)
    {
        var length = 0;
        while (!written.IsEmpty)
        {
            if (written[0] != '\\')
            {
                Rune.DecodeFromUtf8(written, out var rune, out var consumed);
                if (!rune.TryEncodeToUtf16(into[length..], out var units)) return NoRoom;
                written = written[consumed..];
                length += units;
                continue;
            }

            if (length == into.Length) return NoRoom;
            var isCode = written[1] == 'u';
            into[length++] = isCode ? (char)ushort.Parse(written.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : Unescaped(written[1]);
            written = written[(isCode ? 6 : 2)..];
        }

        return HasHalfPair(into[..length]) ? HalfPair : length;
    }

    private static char Unescaped(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };

    private static bool HasHalfPair(ReadOnlySpan<char> text)
    {
        for (; !text.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != System.Buffers.OperationStatus.Done) return true;
            text = text[consumed..];
        }

        return false;
    }

    private static bool IsNamed(in Utf8JsonReader reader, string name)
    {
        if (!reader.ValueIsEscaped) return Ascii.Equals(reader.ValueSpan, name);
        using var decoded = new Wiped(stackalloc char[ShortName]);
        var length = Decode(reader.ValueSpan, decoded.Room);
        return length >= 0 && name.AsSpan().SequenceEqual(decoded.Room[..length]);
    }
}
