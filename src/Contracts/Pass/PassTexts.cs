using System.Buffers;
using System.Globalization;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>What the texts of a pass mean, read from UTF-8, and whether each is as the profile allows.</summary>
internal static class PassTexts
{
    private const int InstantLength = 25;
    private const int CommonStars = 4;

    private static readonly string[] Stars = [.. Enumerable.Range(0, CommonStars).Select(n => new string('*', n))];

    /// <summary>An instant as <see cref="ShanghaiDay.Format"/> writes it.</summary>
    public static bool TryInstant(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
    {
        instant = default;
        Span<char> text = stackalloc char[InstantLength];
        return utf8.Length == InstantLength && Ascii.ToUtf16(utf8, text, out _) == OperationStatus.Done && ShanghaiDay.TryParseInstant(text, out instant);
    }

    /// <summary>The masked person, or null when a mask shows more than it may.</summary>
    public static MaskedIdentity? Person(in PassFhirPart fhir)
    {
        if (!DocumentTypes.TryParseSystem(fhir.IdentifierSystem, out var type)) return null;
        var number = Encoding.UTF8.GetString(fhir.IdentifierValue);
        var given = fhir.Given.Length < CommonStars && !fhir.Given.ContainsAnyExcept((byte)'*') ? Stars[fhir.Given.Length] : Encoding.UTF8.GetString(fhir.Given);
        var name = new MaskedName(Encoding.UTF8.GetString(fhir.Family), given);
        return DocumentMask.IsMaskOf(type, number) && name.IsSound ? new(type, number, name) : null;
    }

    /// <summary>The address of a native code system, or null.</summary>
    public static string? NativeSystem(ReadOnlySpan<byte> utf8, TrustSnapshot trust) =>
        utf8.StartsWith(PassVocabulary.NativePrefix) ? trust.TextOf(utf8) : null;

    /// <summary>A native code or the name of an office, or null.</summary>
    public static string? Code(ReadOnlySpan<byte> utf8, TrustSnapshot trust)
    {
        if (utf8.Length is 0 or > 3 * PassVocabulary.MaxCodeLength) return null;
        var text = trust.TextOf(utf8);
        return IsCode(text) ? text : null;
    }

    private static bool IsCode(string text)
    {
        if (text.Length > PassVocabulary.MaxCodeLength) return false;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || !IsVisible(Rune.GetUnicodeCategory(rune)))
                return false;

        return true;
    }

    // What a screen does not show, or shows elsewhere than it stands, would let two codes look alike.
    private static bool IsVisible(UnicodeCategory category) => category is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
