using System.Text;
using System.Text.Json;

namespace HealthBao.Contracts.Pass;

/// <summary>One go over the bytes of a JSON text, asking for what must come next. Texts are slices of those bytes unless they are escaped.</summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> json)
{
    private readonly int length = json.Length;
    private Utf8JsonReader reader = new(json);

    /// <summary>Whether nothing comes any more.</summary>
    public bool Ended() => !reader.Read() && reader.BytesConsumed == length;

    public bool Next(JsonTokenType type) => reader.Read() && reader.TokenType == type;

    /// <summary>A member's name, or the end of the object.</summary>
    public bool Member(out bool ended)
    {
        if (!reader.Read())
        {
            ended = false;
            return false;
        }

        ended = reader.TokenType == JsonTokenType.EndObject;
        return ended || reader.TokenType == JsonTokenType.PropertyName;
    }

    public readonly bool Is(ReadOnlySpan<byte> name) => reader.ValueIsEscaped ? reader.ValueTextEquals(name) : reader.ValueSpan.SequenceEqual(name);

    public bool Named(ReadOnlySpan<byte> name) => Next(JsonTokenType.PropertyName) && Is(name);

    public bool Fixed(ReadOnlySpan<byte> text) => Next(JsonTokenType.String) && Is(text);

    public bool Text(out ReadOnlySpan<byte> text)
    {
        var read = Next(JsonTokenType.String);
        text = !read ? default : reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        return read;
    }

    /// <summary>A whole number that is not negative, written in the one way it has: -0 is no way to write 0.</summary>
    public bool Number(out long number)
    {
        number = 0;
        return Next(JsonTokenType.Number) && reader.ValueSpan[0] != (byte)'-' && reader.TryGetInt64(out number);
    }

    /// <summary>Two text members in either order, and the end of their object.</summary>
    public bool Pair(ReadOnlySpan<byte> first, out ReadOnlySpan<byte> a, ReadOnlySpan<byte> second, out ReadOnlySpan<byte> b)
    {
        a = b = default;
        for (var seen = 0; Member(out var ended);)
        {
            if (ended) return seen == 0b11;
            if (Is(first)) { if (!Once(ref seen, 0) || !Text(out a)) return false; }
            else if (!Is(second) || !Once(ref seen, 1) || !Text(out b)) return false;
        }

        return false;
    }

    /// <summary>Notes a member as seen.</summary>
    /// <returns>Whether it is seen for the first time.</returns>
    public static bool Once(scoped ref int seen, int bit)
    {
        var first = (seen & (1 << bit)) == 0;
        seen |= 1 << bit;
        return first;
    }
}
