using System.Text.Json;
using System.Text.Unicode;

namespace HealthBao.Contracts.Jose;

/// <summary>
/// One JSON object and nothing else (RFC 8259, narrowed as RFC 7515 §4 and RFC 7519 §4 allow): valid UTF-8, no byte order mark,
/// no duplicate member at any depth, no lone surrogate, nothing after the value.
/// </summary>
public static class StrictJson
{
    /// <summary>The deepest nesting accepted in tokens.</summary>
    public const int MaxDepth = 16;

    private const int Unbounded = 1024 * 1024;

    /// <summary>Reads the whole text once and judges it.</summary>
    public static JsonSoundness Judge(ReadOnlySpan<byte> json, int maxDepth = MaxDepth)
    {
        if (!Utf8.IsValid(json)) return JsonSoundness.Malformed;
        try
        {
            return Scan(json, maxDepth);
        }
        catch (JsonException)
        {
            return JsonSoundness.Malformed;
        }
        catch (InvalidOperationException)
        {
            // The reader's word for an escape that is half of a surrogate pair.
            return JsonSoundness.Malformed;
        }
    }

    private static JsonSoundness Scan(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Unbounded });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return JsonSoundness.Malformed;
        var members = new Stack<HashSet<string>>();
        members.Push(new(StringComparer.Ordinal));
        var unique = true;
        while (reader.Read())
        {
            if (reader.CurrentDepth >= maxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return JsonSoundness.TooDeep;
            if (reader.TokenType == JsonTokenType.StartObject) members.Push(new(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject) members.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName) unique &= members.Peek().Add(reader.GetString()!);
            else if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped) reader.GetString();
        }

        return unique && reader.BytesConsumed == json.Length && json[^1] == (byte)'}' ? JsonSoundness.Sound : JsonSoundness.Malformed;
    }
}
