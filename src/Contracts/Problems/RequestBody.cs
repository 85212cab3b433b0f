using System.Text.Json;
using System.Text.Unicode;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Problems;

/// <summary>
/// A request's JSON object, read strictly: every member is asked for by name and type, all faults are gathered, and what nobody asked
/// for is a fault too. Names fields and faults, never values.
/// </summary>
public sealed class RequestBody
{
    /// <summary>The deepest nesting accepted in requests.</summary>
    public const int MaxDepth = 8;

    private readonly JsonElement element;
    private readonly string path;
    private readonly List<RequestFault> faults;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private RequestBody(JsonElement element, string path, List<RequestFault> faults) => (this.element, this.path, this.faults) = (element, path, faults);

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<RequestFault> Faults => faults;

    /// <summary>Reads a body. Whatever is wrong with it as JSON is in <see cref="Faults"/>; then every member seems missing and is not told.</summary>
    public static RequestBody Parse(ReadOnlySpan<byte> utf8)
    {
        var faults = new List<RequestFault>();
        var element = Read(utf8, faults);
        return new(element, "", faults);
    }

    /// <summary>A text member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="maxLength">The most characters accepted.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <returns>The text, or null when absent or faulty.</returns>
    public string? Text(string name, int maxLength, bool required = true)
    {
        if (Member(name, required) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Fault(name, "wrong-type", "It must be a text.");
        string? text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Fault(name, "invalid-utf8", "It holds half of a surrogate pair.");
        }

        if (text.Length == 0) return Fault(name, "empty", "It must not be empty.");
        return text.Length <= maxLength ? text : Fault(name, "too-long", $"It must have at most {maxLength} characters.");
    }

    /// <summary>A text member that must be one of a closed list.</summary>
    public string? Code(string name, IReadOnlyCollection<string> list, bool required = true)
    {
        if (Text(name, 64, required) is not { } text) return null;
        return list.Contains(text) ? text : Fault(name, "not-listed", $"It must be one of: {string.Join(", ", list)}.");
    }

    /// <summary>A member that is a whole number.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="least">The least number accepted.</param>
    /// <param name="most">The greatest number accepted.</param>
    /// <param name="required">Whether its absence is a fault.</param>
    /// <returns>The number, or null when absent or faulty.</returns>
    public long? Number(string name, long least, long most, bool required = true)
    {
        if (Member(name, required) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number)) Fault(name, "wrong-type", "It must be a whole number.");
        else if (number < least || number > most) Fault(name, "out-of-range", $"It must be a number from {least} to {most}.");
        else return number;
        return null;
    }

    /// <summary>Whether a member is there and is an object, for members that may be a text as well. Nothing is asked for by it.</summary>
    public bool HoldsObject(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object;

    /// <summary>An object member.</summary>
    public RequestBody? Object(string name, bool required = true)
    {
        if (Member(name, required) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new(value, $"{path}{name}.", faults);
        Fault(name, "wrong-type", "It must be an object.");
        return null;
    }

    /// <summary>The members <c>documentType</c> and <c>documentNumber</c>.</summary>
    public IdentityDocument? Document()
    {
        var type = Code("documentType", [.. DocumentTypes.All.Select(t => t.Code())]);
        var number = Text("documentNumber", 64);
        if (type is null || number is null || !DocumentTypes.TryParse(type, out var kind)) return null;
        var fault = IdentityDocument.TryCreate(kind, number, out var document);
        if (fault != DocumentFault.None) Fault("documentNumber", Kebab(fault), DocumentFaults.Describe(kind, fault).En + "（" + DocumentFaults.Describe(kind, fault).Zh + "）");
        return document;
    }

    /// <summary>The member <c>name</c>, a person's.</summary>
    public PersonName? PersonName()
    {
        if (Text("name", Identity.PersonName.MaxLength * 2) is not { } text) return null;
        if (Identity.PersonName.TryCreate(text, out var name)) return name;
        Fault("name", "characters", "It must be a person's name of 1 to 64 characters without control characters or *.");
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
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject())
                if (!asked.Contains(member.Name))
                    faults.Add(new(path + Printable(member.Name), "unknown-member", "No such member is described."));

        return faults.Count == 0;
    }

    private static JsonElement Read(ReadOnlySpan<byte> utf8, List<RequestFault> faults)
    {
        if (utf8.IsEmpty) return Refuse("empty", "The body is empty; a JSON object is expected.");
        if (!Utf8.IsValid(utf8)) return Refuse("invalid-utf8", "The body is not valid UTF-8.");
        try
        {
            if (DepthOf(utf8) > MaxDepth) return Refuse("too-deep", $"The body nests deeper than {MaxDepth}.");
            var element = JsonElement.Parse(utf8);
            if (element.ValueKind != JsonValueKind.Object) return Refuse("wrong-type", "The body must be a JSON object.");
            return FindDuplicate(element, "") is { } name ? Refuse("duplicate", "The member stands twice.", name) : element;
        }
        catch (JsonException e)
        {
            return Refuse("malformed-json", $"The body is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
        catch (InvalidOperationException)
        {
            return Refuse("invalid-utf8", "A member's name holds half of a surrogate pair.");
        }

        JsonElement Refuse(string fault, string detail, string field = "$")
        {
            faults.Add(new(field, fault, detail));
            return default;
        }
    }

    private static int DepthOf(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 1024 * 1024 });
        var depth = 0;
        while (reader.Read())
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                depth = Math.Max(depth, reader.CurrentDepth + 1);

        return depth;
    }

    private static string? FindDuplicate(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.EnumerateArray().Select(e => FindDuplicate(e, path)).FirstOrDefault(n => n is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!names.Add(member.Name)) return path + Printable(member.Name);
            if (FindDuplicate(member.Value, $"{path}{Printable(member.Name)}.") is { } deeper) return deeper;
        }

        return null;
    }

    private JsonElement? Member(string name, bool required)
    {
        asked.Add(name);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (!element.TryGetProperty(name, out var value))
        {
            if (required) Fault(name, "missing", "It must be there.");
            return null;
        }

        if (value.ValueKind != JsonValueKind.Null) return value;
        Fault(name, "null", "It must not be null; leave it out or give a value.");
        return null;
    }

    // A member's name is the caller's text too: only what looks like a name is repeated.
    private static string Printable(string name) =>
        name.Length <= 32 && name.All(c => char.IsAsciiLetter(c) || c == '_') ? name : "(unknown)";

    private static string Kebab(DocumentFault fault) => fault switch
    {
        DocumentFault.Missing => "empty",
        DocumentFault.Length => "length",
        DocumentFault.Characters => "characters",
        DocumentFault.BirthDate => "birth-date",
        DocumentFault.CheckDigit => "check-digit",
        _ => "prefix",
    };
}
