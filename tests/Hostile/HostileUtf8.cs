using System.Text;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 2: claims in another encoding, or in UTF-8 that is none (RFC 3629 §3).</summary>
internal static class HostileUtf8
{
    private static readonly (string Name, byte[] Bytes)[] Sequences =
    [
        ("a lone continuation byte", [0x80]), ("two continuation bytes", [0xBF, 0xBF]), ("a solidus in two bytes", [0xC0, 0xAF]), ("a NUL in two bytes", [0xC0, 0x80]), ("a letter in two bytes", [0xC1, 0xA1]),
        ("a solidus in three bytes", [0xE0, 0x80, 0xAF]), ("a solidus in four bytes", [0xF0, 0x80, 0x80, 0xAF]), ("a quotation mark in two bytes", [0xC0, 0xA2]), ("a high surrogate", [0xED, 0xA0, 0x80]),
        ("a low surrogate", [0xED, 0xBF, 0xBF]), ("a surrogate pair in six bytes", [0xED, 0xA1, 0x82, 0xED, 0xBE, 0xB7]), ("beyond the last character", [0xF4, 0x90, 0x80, 0x80]),
        ("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]), ("six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]), ("0xFE", [0xFE]), ("0xFF", [0xFF]), ("a Chinese character cut after two bytes", [0xE9, 0xBE]),
        ("a Chinese character cut after one byte", [0xE9]), ("Latin-1", [0xE9, 0x20]), ("GBK", [0xC0, 0xEE]), ("Big5", [0xA7, 0xF5]),
    ];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("UTF-8 in a text", PassRejection.Malformed, [HostileToken.Good], Sequences.Select(s => (s.Name, HostileToken.Api(In("\"龘\"", "\"", s.Bytes, "\""))))),
        HostileFamily.Of("UTF-8 in a name of a card", PassRejection.Malformed, [HostileToken.GoodCard], Sequences.Select(s => (s.Name, HostileToken.Deflated(HostileToken.Deflate(In("\"nbf\"", "\"nbf", s.Bytes, "\"")))))),
        HostileFamily.Of("encoding", PassRejection.Malformed, [HostileToken.Good, HostileToken.GoodCard], Encodings()),
    ];

    private static IEnumerable<(string, string)> Encodings()
    {
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var utf8 = Encoding.UTF8.GetBytes(HostileToken.Claims);
        return
        [
            ("a byte order mark", HostileToken.Api([.. mark, .. utf8])), ("a byte order mark in a card", HostileToken.Deflated(HostileToken.Deflate([.. mark, .. utf8]))),
            ("a byte order mark after it", HostileToken.Api([.. utf8, .. mark])), ("a byte order mark inside it", HostileToken.Api([utf8[0], .. mark, .. utf8[1..]])),
            ("UTF-16, little end first", HostileToken.Api(Encoding.Unicode.GetBytes(HostileToken.Claims))), ("UTF-16, big end first", HostileToken.Api(Encoding.BigEndianUnicode.GetBytes(HostileToken.Claims))),
            ("UTF-16 with its mark", HostileToken.Api([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(HostileToken.Claims)])),
            ("UTF-32 in a card", HostileToken.Deflated(HostileToken.Deflate(Encoding.UTF32.GetBytes(HostileToken.Claims)))),
        ];
    }

    private static byte[] In(string sound, string before, byte[] bytes, string after)
    {
        var parts = HostileToken.Claims.Split(sound);
        return parts.Length == 2 ? [.. Encoding.UTF8.GetBytes(parts[0] + before), .. bytes, .. Encoding.UTF8.GetBytes(after + parts[1])] : throw new ArgumentException(sound, nameof(sound));
    }
}
