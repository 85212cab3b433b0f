using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Problems;

namespace HealthBao.Fuzz.Targets;

/// <summary>The readers of JSON, beside the platform's own.</summary>
internal static class JsonTargets
{
    private static readonly JsonDocumentOptions Reference = new() { AllowDuplicateProperties = false, MaxDepth = StrictJson.MaxDepth };

    /// <summary>Whatever is sound is one object to the platform's strictest reader too.</summary>
    public static void Strict(byte[] json)
    {
        if (StrictJson.Judge(json) != JsonSoundness.Sound) return;
        using var document = JsonDocument.Parse(json, Reference);
        BrokenInvariantException.Unless(document.RootElement.ValueKind == JsonValueKind.Object, "Sound JSON is an object.");
        BrokenInvariantException.Unless(json[^1] == (byte)'}', "Nothing stands after the value.");
        Touch(document.RootElement);
        BrokenInvariantException.Unless(StrictJson.Judge(JsonSerializer.SerializeToUtf8Bytes(document.RootElement)) == JsonSoundness.Sound, "Sound JSON is sound when it is written again.");
    }

    /// <summary>A request is read or its faults are told; what is read without a fault is strict JSON but for white space after it.</summary>
    public static void Request(byte[] utf8)
    {
        var body = RequestBody.Parse(utf8);
        body.Text("pass", 16_384);
        body.Code("scene", ["other", "hotel"], required: false);
        body.PersonName();
        if (body.Object("holder", required: false) is { } holder)
        {
            holder.Document();
            holder.End();
        }

        body.Document();
        var sound = body.End();
        BrokenInvariantException.Unless(sound == (body.Faults.Count == 0), "A body is sound or its faults are told.");
        if (sound) BrokenInvariantException.Unless(StrictJson.Judge(utf8.AsSpan().TrimEnd(" \t\r\n"u8)) == JsonSoundness.Sound, "A sound body is strict JSON.");
        BrokenInvariantException.Unless(body.Faults.All(f => f.Field.All(c => char.IsAsciiLetter(c) || c is '.' or '$' or '_' or '(' or ')')), "A fault names a field and nothing of the caller's.");
    }

    // No text of it is half of a surrogate pair.
    private static void Touch(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) element.GetString();
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Touch(item);
        if (element.ValueKind == JsonValueKind.Object) foreach (var member in element.EnumerateObject()) Touch(member.Value);
    }
}
