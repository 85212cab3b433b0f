using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text;

namespace HealthBao.Adapters.Enquiry;

/// <summary>Strict UTF-8: no replacement characters, and no answer that says it is something else.</summary>
public static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>False when the answer names another charset or holds a byte sequence that is not UTF-8.</summary>
    public static bool TryRead(SourceReply reply, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (MediaTypeHeaderValue.TryParse(reply.ContentType, out var type) && type.CharSet is { } charset && !IsUtf8(charset)) return false;
        try
        {
            text = Strict.GetString(reply.Body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Whether a charset or encoding name is UTF-8's.</summary>
    public static bool IsUtf8(string name) => name.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
