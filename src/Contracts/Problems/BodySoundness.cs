using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Problems;

/// <summary>Whether a body is one JSON object that is read in one way only. Copies nothing of it, also where it is broken.</summary>
internal static class BodySoundness
{
    private const int Unbounded = 1024 * 1024;

    public static RequestFault? Judge(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return new("$", "empty", "The body is empty; a JSON object is expected.");
        if (!Utf8.IsValid(utf8)) return new("$", "invalid-utf8", "The body is not valid UTF-8.");
        if (WrongLiteral(utf8) is var wrong and >= 0) return Malformed(utf8[..wrong].Count((byte)'\n'), wrong - utf8[..wrong].LastIndexOf((byte)'\n') - 1);
        try
        {
            if (DepthOf(utf8, out var isObject) > RequestBody.MaxDepth) return new("$", "too-deep", $"The body nests deeper than {RequestBody.MaxDepth}.");
            return isObject ? JudgeNames(utf8) : new("$", "wrong-type", "The body must be a JSON object.");
        }
        catch (JsonException e)
        {
            return Malformed(e.LineNumber, e.BytePositionInLine);
        }
    }

    private static RequestFault Malformed(long? line, long? at) => new("$", "malformed-json", $"The body is not JSON (line {line + 1}, byte {at + 1}).");

    // The reader's exception for a literal that is none would quote the rest of the body.
    private static int WrongLiteral(ReadOnlySpan<byte> json)
    {
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"') inText = !inText;
            else if (inText && json[i] == '\\') i++;
            else if (!inText && char.IsAsciiLetter((char)json[i]))
            {
                var literal = json[i] switch { (byte)'t' => "true"u8, (byte)'f' => "false"u8, (byte)'n' => "null"u8, _ => default };
                if (literal.IsEmpty ? json[i] is not ((byte)'e' or (byte)'E') : !json[i..].StartsWith(literal)) return i;
                i += Math.Max(literal.Length - 1, 0);
            }
        }

        return -1;
    }

    private static int DepthOf(ReadOnlySpan<byte> utf8, out bool isObject)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Unbounded });
        var depth = 0;
        reader.Read();
        isObject = reader.TokenType == JsonTokenType.StartObject;
        do
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                depth = Math.Max(depth, reader.CurrentDepth + 1);
        while (reader.Read());
        return depth;
    }

    // Names are told apart by their hashes, so that none has to be kept.
    private static RequestFault? JudgeNames(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var names = new Stack<HashSet<UInt128>>();
        var path = new List<string>();
        var named = "";
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject)
            {
                names.Push([]);
                path.Add(named.Length == 0 ? "" : named + ".");
            }
            else if (reader.TokenType is JsonTokenType.EndObject)
            {
                names.Pop();
                named = path[^1].TrimEnd('.');
                path.RemoveAt(path.Count - 1);
            }
            else if (reader.TokenType is JsonTokenType.PropertyName)
            {
                if (Hash(reader.ValueSpan) is not { } hash) return new("$", "invalid-utf8", "A member's name holds half of a surrogate pair.");
                named = JsonInPlace.Printable(reader.ValueSpan);
                if (!names.Peek().Add(hash)) return new(string.Concat(path) + named, "duplicate", "The member stands twice.");
            }
        }

        return null;
    }

    private static UInt128? Hash(ReadOnlySpan<byte> written)
    {
        using var name = Wiped.Of(written.Length, stackalloc char[128]);
        var length = JsonInPlace.Decode(written, name.Room);
        if (length < 0) return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(name.Room[..length]), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
