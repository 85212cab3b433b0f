using System.Text;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 1: too long, too deep, or too large once inflated.</summary>
internal static class HostileSizes
{
    private static readonly int ClaimsBytes = Encoding.UTF8.GetByteCount(HostileToken.Claims);

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("size of the token", PassRejection.TooLarge, [HostileToken.Good, Longest()], Long()),
        HostileFamily.Of("size inflated", PassRejection.TooLarge, [HostileToken.GoodCard, HostileToken.Card(Spaced(16_384))], Bombs()),
        HostileFamily.Of("depth", PassRejection.TooLarge, [HostileToken.Good, HostileToken.GoodCard], Deep()),
    ];

    private static IEnumerable<(string, string)> Long() =>
    [
        ("sound claims with white space to just over 4,096", LongerThanAllowed()),
        ("a sound token with base64url after it", HostileToken.Good.PadRight(4097, 'A')),
        ("a sound token with spaces after it", HostileToken.Good.PadRight(4097, ' ')),
        ("a sound token with spaces before it", HostileToken.Good.PadLeft(4097, ' ')),
        ("4,097 question marks", new('?', 4097)),
        ("4,097 full stops", new('.', 4097)),
        ("two sound tokens in one text, again and again", string.Concat(Enumerable.Repeat(HostileToken.Good, 4))),
        ("a signature of 3 kB", HostileToken.Good + new string('A', 4000)),
        ("a header of 4 kB", HostileToken.Api(HostileToken.Claims, "{" + new string(' ', 3000) + HostileToken.ApiHeader[1..])),
        ("a name of 4 kB", HostileToken.Api(HostileToken.With("\"龘\"", $"\"{new string('龘', 900)}\""))),
        ("1,366 characters of three bytes", new('张', 1366)),
    ];

    private static IEnumerable<(string, string)> Bombs() =>
    [
        ("16,385 bytes, sound but for that", HostileToken.Card(Spaced(16_385))),
        ("2 MB of zeros", Bomb(new byte[2_000_000])),
        ("2 MB of spaces before sound claims", HostileToken.Card(new string(' ', 2_000_000) + HostileToken.Claims)),
        ("2 MB of spaces after sound claims", HostileToken.Card(HostileToken.Claims + new string(' ', 2_000_000))),
        ("1 MB of one name", HostileToken.Card($$"""{"iss":"{{new string('a', 1_000_000)}}"}""")),
        ("500,000 opening brackets", HostileToken.Card("{\"x\":" + new string('[', 500_000))),
        ("a bomb with bytes after it", HostileToken.Deflated([.. HostileToken.Deflate(new byte[2_000_000]), 1, 2, 3])),
        ("a bomb that is cut", HostileToken.Deflated(HostileToken.Deflate(new byte[2_000_000])[..1500])),
        ("a bomb signed by nobody", HostileToken.Deflated(HostileToken.Deflate(new byte[2_000_000]), key: "nobody's")),
        ("a bomb of 200 empty blocks and then zeros", HostileToken.Deflated([.. Enumerable.Repeat<byte[]>([0, 0, 0, 0xFF, 0xFF], 200).SelectMany(b => b), .. HostileToken.Deflate(new byte[1_000_000])])),
    ];

    private static IEnumerable<(string, string)> Deep() =>
    [
        ("17 arrays", HostileToken.Api(Nested(new('[', 16), new(']', 16)))),
        ("17 objects", HostileToken.Api(Nested(string.Concat(Enumerable.Repeat("{\"a\":", 16)) + "1", new('}', 16)))),
        ("17 arrays and objects in turn", HostileToken.Api(Nested(string.Concat(Enumerable.Repeat("[{\"a\":", 8)) + "1", string.Concat(Enumerable.Repeat("}]", 8))))),
        ("17 arrays in a card", HostileToken.Card(Nested(new('[', 16), new(']', 16)))),
        ("1,000 arrays", HostileToken.Api(Nested(new('[', 1000), new(']', 1000)))),
        ("8,000 arrays in a card", HostileToken.Card(Nested(new('[', 7_000), new(']', 7_000)))),
        ("1,000 arrays that never end", HostileToken.Api(HostileToken.Claims[..^1] + ",\"x\":" + new string('[', 1000))),
        ("17 arrays before the claims", HostileToken.Api($"{{\"x\":{new string('[', 16)}{new string(']', 16)},{HostileToken.Claims[1..]}")),
        ("17 arrays under the issuer's name", HostileToken.Api(HostileToken.With($"\"iss\":\"{HostileRegion.Demo.Issuer}\"", $"\"iss\":{new string('[', 16)}{new string(']', 16)}"))),
    ];

    private static string Bomb(byte[] content) => HostileToken.Deflated(HostileToken.Deflate(content));

    private static string Nested(string open, string close) => $"{HostileToken.Claims[..^1]},\"x\":{open}{close}}}";

    // White space inside the object is sound JSON.
    private static string Spaced(int bytes) => "{" + new string(' ', bytes - ClaimsBytes) + HostileToken.Claims[1..];

    private static string LongerThanAllowed() => Spacings().First(t => t.Length > PassVerifier.MaxTokenBytes);

    private static string Longest() => Spacings().TakeWhile(t => t.Length <= PassVerifier.MaxTokenBytes).Last();

    private static IEnumerable<string> Spacings()
    {
        var spaces = (PassVerifier.MaxTokenBytes - HostileToken.Good.Length) / 4 * 3;
        return Enumerable.Range(-3, 12).Select(more => HostileToken.Api(Spaced(ClaimsBytes + spaces + more)));
    }
}
