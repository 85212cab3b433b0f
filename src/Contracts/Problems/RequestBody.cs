using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;

namespace HealthBao.Contracts.Problems;

/// <summary>
/// A request's JSON object, read strictly: every member is asked for by name and type, all faults are gathered, and what nobody asked
/// for is a fault too. Names fields and faults, never values.
/// </summary>
public sealed partial class RequestBody
{
    /// <summary>The deepest nesting accepted in requests.</summary>
    public const int MaxDepth = 8;

    // More than any code has.
    private const int MaxCode = 64;
    private const int OnStack = 128;

    private readonly JsonInPlace json;
    private readonly string path;
    private readonly List<RequestFault> faults;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private RequestBody(JsonInPlace json, string path, List<RequestFault> faults) => (this.json, this.path, this.faults) = (json, path, faults);

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<RequestFault> Faults => faults;

    /// <summary>Reads a body. Whatever is wrong with it as JSON is in <see cref="Faults"/>; then every member seems missing and is not told.</summary>
    /// <param name="utf8">The body, which must stay as it is until the last member was asked for. It is not copied.</param>
    public static RequestBody Parse(ReadOnlyMemory<byte> utf8)
    {
        var fault = BodySoundness.Judge(utf8.Span);
        return fault is null ? new(new(utf8), "", []) : new(default, "", [fault]);
    }

    /// <summary>A text member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="maxLength">The most characters accepted.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <returns>The text, or null when absent or faulty.</returns>
    public string? Text(string name, int maxLength, bool required = true)
    {
        if (Member(name, required, out var value) is not { } type) return null;
        // A pass is long and nothing personal; what is short could be.
        if (type == JsonTokenType.String && value.Length > 4 * OnStack && value.Length <= maxLength && !value.Span.Contains((byte)'\\')) return Encoding.UTF8.GetString(value.Span[1..^1]);
        using var text = Wiped.Of(Math.Min(maxLength, value.Length), stackalloc char[OnStack]);
        return TryDecode(name, type, value.Span, text.Room, out var read, maxLength) ? read.ToString() : null;
    }

    /// <summary>A text member that must be one of a closed list.</summary>
    public string? Code(string name, IReadOnlyCollection<string> list, bool required = true)
    {
        using var text = new Wiped(stackalloc char[MaxCode]);
        if (!TryRead(name, text.Room, required, out var read)) return null;
        foreach (var code in list)
            if (read.SequenceEqual(code))
                return code;

        return Fault(name, "not-listed", $"It must be one of: {string.Join(", ", list)}.");
    }

    /// <summary>A text member that is a region's six-digit code.</summary>
    public string? Region(string name, bool required = true)
    {
        using var text = new Wiped(stackalloc char[16]);
        if (!TryRead(name, text.Room, required, out var read)) return null;
        return RegionCode.IsSound(read) ? read.ToString() : Fault(name, "not-a-region", "It must be a six-digit region code such as 120000.");
    }

    /// <summary>A member that is a whole number.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="least">The least number accepted.</param>
    /// <param name="most">The greatest number accepted.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <returns>The number, or null when absent or faulty.</returns>
    public long? Number(string name, long least, long most, bool required = true)
    {
        if (Member(name, required, out var value) is not { } type) return null;
        if (type != JsonTokenType.Number || !Utf8Parser.TryParse(value.Span, out long number, out var consumed) || consumed != value.Length) Fault(name, "wrong-type", "It must be a whole number.");
        else if (number < least || number > most) Fault(name, "out-of-range", $"It must be a number from {least} to {most}.");
        else return number;
        return null;
    }

    /// <summary>Whether a member is there and is an object, for members that may be a text as well. Nothing is asked for by it.</summary>
    public bool HoldsObject(string name) => json.Find(name, out _) == JsonTokenType.StartObject;

    /// <summary>An object member.</summary>
    public RequestBody? Object(string name, bool required = true)
    {
        if (Member(name, required, out var value) is not { } type) return null;
        if (type == JsonTokenType.StartObject) return new(new(value), $"{path}{name}.", faults);
        Fault(name, "wrong-type", "It must be an object.");
        return null;
    }

    /// <summary>Adds a fault of a member.</summary>
    /// <returns>Always null.</returns>
    public string? Fault(string name, string fault, string detail)
    {
        faults.Add(new(path + name, fault, detail));
        return null;
    }

    /// <summary>Ends the reading: members nobody asked for are faults.</summary>
    /// <returns>Whether the body is sound.</returns>
    public bool End()
    {
        foreach (var name in json.MembersOtherThan(asked)) faults.Add(new(path + name, "unknown-member", "No such member is described."));
        return faults.Count == 0;
    }

    private bool TryRead(string name, Span<char> room, bool required, out ReadOnlySpan<char> text)
    {
        text = default;
        return Member(name, required, out var value) is { } type && TryDecode(name, type, value.Span, room, out text, room.Length);
    }

    private bool TryDecode(string name, JsonTokenType type, ReadOnlySpan<byte> value, Span<char> room, out ReadOnlySpan<char> text, int maxLength)
    {
        var length = type == JsonTokenType.String ? JsonInPlace.Decode(value[1..^1], room) : 0;
        if (type != JsonTokenType.String) Fault(name, "wrong-type", "It must be a text.");
        else if (length == JsonInPlace.HalfPair) Fault(name, "invalid-utf8", "It holds half of a surrogate pair.");
        else if (length == JsonInPlace.NoRoom) Fault(name, "too-long", $"It must have at most {maxLength} characters.");
        else if (length == 0) Fault(name, "empty", "It must not be empty.");
        text = room[..Math.Max(length, 0)];
        return length > 0;
    }

    private JsonTokenType? Member(string name, bool required, out ReadOnlyMemory<byte> value)
    {
        asked.Add(name);
        var type = json.Find(name, out value);
        if (type is not (JsonTokenType.None or JsonTokenType.Null)) return type;
        if (type == JsonTokenType.Null) Fault(name, "null", "It must not be null; leave it out or give a value.");
        else if (required && !json.IsNothing) Fault(name, "missing", "It must be there.");
        return null;
    }
}
