using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Step 6: names and numbers that are not masked, or masked otherwise than the notice of 1 March 2020 says.</summary>
internal static class HostilePeople
{
    private static readonly (string Name, string Family, string? Given)[] Names =
    [
        ("a given name in the clear", "龘", "三"), ("a given name with one star", "龘", "三*"), ("a star and a name", "龘", "*三"), ("a whole name for the family", "龘三", null), ("two characters that are no compound surname", "龘三", "*"), ("a compound surname without more", "欧阳", null),
        ("three characters shown", "欧阳三", "*"), ("a compound surname in another order", "阳欧", "*"), ("a star for the family", "*", "*"), ("a star in the family", "龘*", "*"), ("a space for the family", " ", "*"), ("a space after the family", "龘 ", "*"), ("an ideographic space", "\u3000", "*"),
        ("a control character", "\\u0007", "*"), ("a NUL", "\\u0000", "*"), ("a line feed", "\\n", "*"), ("the replacement character", "\uFFFD", "*"), ("full-width stars", "龘", "＊"), ("crosses for stars", "龘", "x"), ("dots for stars", "龘", "●"), ("64 stars", "龘", new('*', 64)), ("200 stars", "龘", new('*', 200)),
        ("two letters of a foreign name", "Jo", "**"), ("a whole foreign name", "John", "****"), ("a right-to-left override", "\\u202E", "*"), ("an invisible space", "\\u200B", "*"), ("an invisible joiner after it", "龘\\u200D", "*"), ("a variation selector", "龘\\uFE00", "*"), ("no character at all", "\\uFFFF", "*"),
        ("a combining mark alone", "\\u0301", "*"), ("an emoji with its skin", "👍🏽", "*"), ("a tag character", "\\uDB40\\uDC41", "*"),
    ];

    private static readonly (string Name, string Number)[] Numbers =
    [
        ("in the clear", HostileWorld.Holder), ("three characters before", "110*************2X"), ("three characters after", "11*************02X"), ("one star missing", "11*************2X"), ("one star more", "11***************2X"), ("nine characters", "11*****2X"), ("fifteen characters", "11***********2X"), ("seven characters", "1*****X"), ("five characters", "1***X"), ("four characters", "1**X"), ("nineteen characters", "11***************12X"),
        ("a digit among the stars", "11*******1******2X"), ("the birth date in the clear", "11****19491231**2X"), ("all stars", "******************"), ("a star before", "1***************2X"), ("a star after", "11***************X"), ("a small x", "11**************2x"), ("full-width digits", "１１**************2X"), ("full-width stars", "11＊＊＊＊＊＊＊＊＊＊＊＊＊＊2X"),
        ("crosses for stars", "11xxxxxxxxxxxxxx2X"), ("dots for stars", "11..............2X"), ("a space after", "11**************2X "), ("a space before", " 11**************2X"), ("a hash", "5b1a3c0f8e7d6c5b4a"), ("Chinese digits", "一一**************二X"), ("a NUL", "11**************2\\u0000"), ("a number and a name", "龘三11010519491231002X"), ("letters of two", "AB**************CD"),
    ];

    private static readonly (string Kind, string Number)[] OtherKinds =
    [
        ("passport", "11**************2X"), ("passport", "E1******78"), ("passport", "1**2"), ("taiwan-travel-permit", "01*****78"), ("taiwan-travel-permit", "1*****8"), ("hm-travel-permit", "H1****78"), ("hm-travel-permit", "H1********78"), ("hmt-residence-permit", "81****19"),
        ("hmt-residence-permit", "81*************9X"), ("foreign-permanent-resident-id", "CA**********78"), ("foreign-permanent-resident-id", "91*************78"),
    ];

    private static readonly string[] NoKinds = ["library-card", "resident-id/", "Resident-ID", "resident_id", "", "resident-id ", "residentId", "driving-licence", "military-id"];

    public static IEnumerable<HostileFamily> All() =>
    [
        HostileFamily.Of("name", PassRejection.NotConformant, [HostileToken.Good, HostileToken.Api(Named("欧阳", "*")), HostileToken.Api(Named("𠮷", "*")), HostileToken.Api(Named("J", "***")), HostileToken.Api(Named("\uE000", "*")), HostileToken.Api(Named("龘", null))], Names.Select(n => (n.Name, HostileToken.Api(Named(n.Family, n.Given))))),
        HostileFamily.Of("number", PassRejection.NotConformant, [HostileToken.Good], Numbers.Select(n => (n.Name, HostileToken.Api(Numbered("resident-id", n.Number))))),
        HostileFamily.Of("number of another kind", PassRejection.NotConformant, [HostileToken.Api(Numbered("passport", "E1*****78")), HostileToken.Api(Numbered("passport", "E***8")), HostileToken.Api(Numbered("taiwan-travel-permit", "01****78")), HostileToken.Api(Numbered("hm-travel-permit", "H1*****78")), HostileToken.Api(Numbered("hmt-residence-permit", "81**************19")), HostileToken.Api(Numbered("foreign-permanent-resident-id", "CA***********78")), HostileToken.Api(Numbered("foreign-permanent-resident-id", "91**************78"))],
            OtherKinds.Select(n => ($"{n.Kind} {n.Number}", HostileToken.Api(Numbered(n.Kind, n.Number))))),
        HostileFamily.Of("kind of document", PassRejection.NotConformant, [HostileToken.Good], NoKinds.Select(k => ($"'{k}'", HostileToken.Api(Numbered(k, HostileWorld.Document)))).Append(("at an attacker's", HostileToken.Api(HostileToken.With("https://healthbao.example/fhir/document", "https://attacker.example/fhir/document"))))),
    ];

    private static string Named(string family, string? given) =>
        HostileToken.With("{\"given\":[\"*\"],\"family\":\"龘\"}", given is null ? $"{{\"family\":\"{family}\"}}" : $"{{\"given\":[\"{given}\"],\"family\":\"{family}\"}}");

    private static string Numbered(string kind, string number) => HostileToken.With($"document/resident-id\",\"value\":\"{HostileWorld.Document}\"", $"document/{kind}\",\"value\":\"{number}\"");
}
