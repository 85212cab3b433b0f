using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HealthBao.Contracts.Pass;

/// <summary>Text members as UTF-8, without escapes.</summary>
internal static class PlainText
{
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes a text member. The platform's encoder escapes what lies beyond the first plane (𠮷); here it stays as it is.</summary>
    public static void WritePlain(this Utf8JsonWriter writer, string name, string value)
    {
        if (!value.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            writer.WriteString(name, value);
            return;
        }

        var json = new StringBuilder().Append('"');
        foreach (var rune in value.EnumerateRunes()) json.Append(rune.IsBmp ? Encoder.Encode(rune.ToString()) : rune.ToString());
        writer.WritePropertyName(name);
        writer.WriteRawValue(json.Append('"').ToString(), skipInputValidation: true);
    }
}
