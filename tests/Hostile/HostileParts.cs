using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 2: not three parts, or a part that is not canonical base64url.</summary>
internal static class HostileParts
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static readonly string[] Names = ["header", "payload", "signature"];
    private static readonly string[] Parts = HostileToken.Good.Split('.');

    private static readonly (string Name, string Text)[] Foreign =
    [
        ("one padding character", "="), ("two padding characters", "=="), ("a space", " "), ("a line feed", "\n"), ("carriage return and line feed", "\r\n"),
        ("a tab", "\t"), ("a NUL", "\0"), ("a plus sign", "+"), ("a slash", "/"), ("a question mark", "?"), ("a tilde", "~"), ("percent-encoded padding", "%3D"),
        ("a full-width letter", "Ａ"), ("a byte order mark", "\uFEFF"), ("a soft hyphen", "\u00AD"), ("a Cyrillic letter", "А"), ("a character beyond the first plane", "𝖠"),
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("parts", PassRejection.Malformed, [HostileToken.Good], Counted()),
        HostileFamily.Of("alphabet", PassRejection.Malformed, [HostileToken.Good, HostileToken.GoodCard], Strange()),
        HostileFamily.Of("unused bits", PassRejection.Malformed, [.. Shapes().Select(s => s.Sound), HostileToken.Good], Loose()),
    ];

    private static IEnumerable<(string, string)> Counted()
    {
        var (header, payload, signature) = (Parts[0], Parts[1], Parts[2]);
        return
        [
            ("one full stop", "."), ("two full stops", ".."), ("three full stops", "..."), ("the header alone", header), ("header and payload", $"{header}.{payload}"),
            ("no signature", $"{header}.{payload}."), ("no payload", $"{header}..{signature}"), ("no header", $".{payload}.{signature}"), ("nothing but a signature", $"..{signature}"),
            ("a full stop after it", $"{header}.{payload}.{signature}."), ("a full stop before it", $".{header}.{payload}.{signature}"), ("the signature twice", $"{header}.{payload}.{signature}.{signature}"),
            ("an empty part in the middle", $"{header}..{payload}.{signature}"), ("five parts like a JWE", $"{header}.{payload}.{signature}.{payload}.{signature}"),
            ("a line feed for a full stop", $"{header}\n{payload}.{signature}"), ("a full-width full stop", $"{header}．{payload}．{signature}"),
            ("header and payload changed about", $"{payload}.{header}.{signature}"),
        ];
    }

    // What stands in header and payload is signed as it stands there, so that nothing but the alphabet is wrong.
    private static IEnumerable<(string, string)> Strange()
    {
        for (var part = 0; part < 3; part++)
            foreach (var (name, text) in Foreign)
            {
                yield return ($"{name} at the end of the {Names[part]}", Changed(part, p => p + text));
                if (text.Length == 1) yield return ($"{name} inside the {Names[part]}", Changed(part, p => p[..20] + text + p[21..]));
            }

        for (var part = 0; part < 3; part++) yield return ($"a character too many in the {Names[part]}", Changed(part, p => p + new string('A', p.Length % 4 == 0 ? 1 : 5 - (p.Length % 4))));
        for (var part = 0; part < 3; part++) yield return ($"a space before the {Names[part]}", Changed(part, p => " " + p));
    }

    private static string Changed(int part, Func<string, string> change)
    {
        if (part == 2) return $"{Parts[0]}.{Parts[1]}.{change(Parts[2])}";
        return part == 0 ? HostileToken.Signed(change(Parts[0]), Parts[1]) : HostileToken.Signed(Parts[0], change(Parts[1]));
    }

    private static IEnumerable<(string, string)> Loose()
    {
        foreach (var (name, header, payload, part, _) in Shapes())
            foreach (var bits in (header, payload) is var parts && (part == 0 ? parts.header : parts.payload).Length % 4 == 2 ? new[] { 1, 2, 4, 8, 15 } : [1, 2, 3])
                yield return ($"{bits} in the last character of {name}", HostileToken.Signed(part == 0 ? Loosened(header, bits) : header, part == 1 ? Loosened(payload, bits) : payload));

        foreach (var bits in new[] { 1, 2, 4, 8, 15 }) yield return ($"{bits} in the last character of the signature", $"{Parts[0]}.{Parts[1]}.{Loosened(Parts[2], bits)}");
    }

    private static IEnumerable<(string Name, string Header, string Payload, int Part, string Sound)> Shapes()
    {
        foreach (var rest in new[] { 2, 3 })
        {
            var header = Ending(rest, HostileToken.ApiHeader);
            var payload = Ending(rest, HostileToken.Claims);
            yield return ($"a header of 4n+{rest}", header, Parts[1], 0, HostileToken.Signed(header, Parts[1]));
            yield return ($"a payload of 4n+{rest}", Parts[0], payload, 1, HostileToken.Signed(Parts[0], payload));
        }
    }

    // White space in the object makes the length that is wanted.
    private static string Ending(int rest, string json) =>
        Enumerable.Range(0, 3).Select(spaces => HostileToken.Text("{" + new string(' ', spaces) + json[1..])).First(t => t.Length % 4 == rest);

    private static string Loosened(string text, int bits) => StrictBase64Url.Decode(text) is not null
        ? text[..^1] + Alphabet[Alphabet.IndexOf(text[^1], StringComparison.Ordinal) | bits]
        : throw new ArgumentException("Not canonical to begin with.", nameof(text));
}
