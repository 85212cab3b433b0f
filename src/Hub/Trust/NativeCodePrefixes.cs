using HealthBao.Contracts.Pass;

namespace HealthBao.Hub.Trust;

/// <summary>What the contents of the regions' own QR codes begin with: tells one region's from another's, and any from a pass.</summary>
internal static class NativeCodePrefixes
{
    // Every compact JWS of the standard begins so: base64url of {" .
    private const string Token = "eyJ";

    /// <summary>Whether a content could begin with a prefix of each.</summary>
    public static bool Overlap(IEnumerable<string> some, IReadOnlyList<string> others) => some.Any(s => others.Any(o => Overlap(s, o)));

    /// <summary>Whether every prefix is one, and none catches passes.</summary>
    public static bool AreSound(IEnumerable<string?> prefixes) =>
        prefixes.All(p => p is { Length: > 0 and <= 32 } && !Overlap(p, Token) && !Overlap(p, ShcText.Prefix));

    private static bool Overlap(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);
}
