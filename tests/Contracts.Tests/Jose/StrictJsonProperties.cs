using System.Text;
using System.Text.Json;
using CsCheck;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

/// <summary>Beside the platform's own reader with its strictest settings: neither takes an object that the other would read otherwise.</summary>
public sealed class StrictJsonProperties
{
    private const int MaxDepth = 5;

    private static readonly JsonDocumentOptions Reference = new() { AllowDuplicateProperties = false, MaxDepth = MaxDepth };

    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "\\u0061", "a\\u0000", "张", "\\ud842\\udfb7", "\\ud842", "");

    private static readonly Gen<string> Scalar = Gen.OneOf(
        "1", "-0", "01", "1.5e-3", "1.", "NaN", "true", "True", "null", "\"\"", "\"张\"", "\"\\u5f20\"", "\"\\udfb7\"", "\"\\ud842\\udfb7\"", "\"\\x\"", "\"\t\"", "'a'", "\uFEFF", "");

    private static readonly Gen<string> Text = Gen.Recursive<string>((depth, inner) => depth > MaxDepth + 1 ? Scalar : Gen.Frequency(
        (4, Scalar),
        (3, Gen.Select(Gen.Select(Name, inner, (name, value) => $"\"{name}\":{value}").Array[0, 3], Gen.OneOf(",", ",", ",", ",,", " , ", ""), (members, comma) => $"{{{string.Join(comma, members)}}}")),
        (2, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"))));

    private static readonly Gen<string> Object = Gen.Select(
        Gen.Select(Name, Text, (name, value) => $"\"{name}\":{value}").Array[0, 4], Gen.OneOf("", "", "", "", " ", "\uFEFF", "//"), Gen.OneOf("", "", "", "", "", " ", "{}", "\0", ","),
        (members, before, after) => $"{before}{{{string.Join(',', members)}}}{after}");

    [Fact]
    public void What_is_sound_is_what_the_reference_reads_as_one_object_with_nothing_after_it() => Object.Sample(text =>
    {
        var json = Encoding.UTF8.GetBytes(text);
        return (StrictJson.Judge(json, MaxDepth) == JsonSoundness.Sound) == (IsReadByTheReference(json) && json[^1] == (byte)'}');
    }, iter: 50_000);

    [Fact]
    public void A_change_of_any_byte_is_judged_as_the_reference_judges_it() => Gen.Select(Object, Gen.Int[0, 60], Gen.Byte).Sample((text, at, value) =>
    {
        var json = Encoding.UTF8.GetBytes(text);
        json[at % json.Length] = value;
        return StrictJson.Judge(json, MaxDepth) != JsonSoundness.Sound || IsReadByTheReference(json);
    }, iter: 50_000);

    // The platform leaves half of a surrogate pair standing until somebody asks for the text.
    private static bool IsReadByTheReference(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Reference);
            Read(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Read(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String) element.GetString();
        if (element.ValueKind == JsonValueKind.Array) foreach (var item in element.EnumerateArray()) Read(item);
        if (element.ValueKind == JsonValueKind.Object) foreach (var member in element.EnumerateObject()) { _ = member.Name; Read(member.Value); }
    }
}
