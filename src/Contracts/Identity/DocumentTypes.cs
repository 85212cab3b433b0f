using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Identity;

/// <summary>Codes, FHIR identifier systems and words of <see cref="DocumentType"/>.</summary>
public static class DocumentTypes
{
    private static readonly (string Code, Words Words)[] Rows =
    [
        ("resident-id", new("居民身份证", "resident ID card")),
        ("hmt-residence-permit", new("港澳台居民居住证", "residence permit for Hong Kong, Macau and Taiwan residents")),
        ("hm-travel-permit", new("港澳居民来往内地通行证", "mainland travel permit for Hong Kong and Macau residents")),
        ("taiwan-travel-permit", new("台湾居民来往大陆通行证", "mainland travel permit for Taiwan residents")),
        ("passport", new("护照", "passport")),
        ("foreign-permanent-resident-id", new("外国人永久居留身份证", "foreign permanent resident ID card")),
    ];

    private static readonly string[] Systems = [.. Rows.Select(r => FhirSystems.Document + r.Code)];

    private static readonly byte[][] Utf8Systems = [.. Systems.Select(Encoding.UTF8.GetBytes)];

    /// <summary>All six kinds.</summary>
    public static IReadOnlyList<DocumentType> All { get; } = Enum.GetValues<DocumentType>();

    /// <summary>The shared code, for example <c>resident-id</c>.</summary>
    public static string Code(this DocumentType type) => Rows[(int)type].Code;

    /// <summary>The FHIR <c>Identifier.system</c> that names the kind.</summary>
    public static string System(this DocumentType type) => Systems[(int)type];

    /// <summary>What people read.</summary>
    public static Words Words(this DocumentType type) => Rows[(int)type].Words;

    /// <summary>Reads a shared code; case matters.</summary>
    public static bool TryParse(string? code, out DocumentType type) => TryFind(r => r.Code == code, out type);

    /// <summary>Reads a FHIR <c>Identifier.system</c>.</summary>
    public static bool TryParseSystem(ReadOnlySpan<char> system, out DocumentType type)
    {
        for (var i = 0; i < Systems.Length; i++)
            if (system.SequenceEqual(Systems[i]))
            {
                type = (DocumentType)i;
                return true;
            }

        type = default;
        return false;
    }

    internal static bool TryParseSystem(ReadOnlySpan<byte> utf8System, out DocumentType type)
    {
        for (var i = 0; i < Utf8Systems.Length; i++)
            if (utf8System.SequenceEqual(Utf8Systems[i]))
            {
                type = (DocumentType)i;
                return true;
            }

        type = default;
        return false;
    }

    private static bool TryFind(Predicate<(string Code, Words Words)> match, out DocumentType type)
    {
        var index = Array.FindIndex(Rows, match);
        type = index < 0 ? default : (DocumentType)index;
        return index >= 0;
    }
}
