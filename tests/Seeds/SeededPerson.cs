using System.Globalization;
using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.Seeds;

/// <summary>A made-up person whose name and number stand nowhere else.</summary>
internal sealed record SeededPerson(string Name, DocumentType Type, string Number)
{
    private const int ShortNumber = 9;
    private const string CheckCharacters = "10X98765432";

    /// <summary>The name, and of the number what a mask hides: found, it is found whole or in part. A short number is sought whole, since its middle is any five digits.</summary>
    public IEnumerable<string> Seeds => [Name, Number.Length <= ShortNumber ? Number : Number[2..^2]];

    public MaskedIdentity Masked
    {
        get
        {
            IdentityDocument.TryCreate(Type, Number, out var document);
            PersonName.TryCreate(Name, out var name);
            return MaskedIdentity.Of(name!, document!);
        }
    }

    /// <summary>Every run has its own people, so that no file of the test's can hold them. The kinds of document take turns.</summary>
    public static SeededPerson[] Make(int count, Random random) => [.. Enumerable.Range(0, count).Select(i => MakeOne(i, (DocumentType)(i % 6), random))];

    private static SeededPerson MakeOne(int index, DocumentType type, Random random) => new(
        type is DocumentType.Passport or DocumentType.ForeignPermanentResidentId ? Foreign(random) : Chinese(index, random),
        type,
        type switch
        {
            DocumentType.ResidentId => Eighteen(random.Next(110000, 660000), index, random),
            DocumentType.HmtResidencePermit => Eighteen(810000 + (10000 * random.Next(3)), index, random),
            DocumentType.HmTravelPermit => $"{"HM"[random.Next(2)]}{random.Next(100_000_000):00000000}",
            DocumentType.TaiwanTravelPermit => $"{random.Next(100_000_000):00000000}",
            DocumentType.Passport => $"{Letter(random)}{random.Next(100_000_000):00000000}",
            _ => index % 12 < 6 ? Eighteen(random.Next(900000, 1000000), index, random) : $"{Letter(random)}{Letter(random)}{Letter(random)}{random.NextInt64(1_000_000_000_000):000000000000}",
        });

    // Every seventh or so bears a character outside the basic plane, some of them in a name of two characters.
    private static string Chinese(int index, Random random)
    {
        var surname = index % 7 is 0 or 1 ? "𠮷" : Character(random);
        return surname + (index % 7 == 1 ? Character(random) : Character(random) + Character(random) + Character(random));
    }

    private static string Foreign(Random random) => $"{Letter(random)}{Lower(random, 7)} {Letter(random)}{Lower(random, 6)}";

    private static string Eighteen(int prefix, int index, Random random)
    {
        var birth = new DateOnly(1930, 1, 1).AddDays(random.Next(30_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        while (true)
        {
            var seventeen = $"{prefix}{birth}{random.Next(1000):000}";
            var kind = prefix is >= 810000 and < 900000 ? DocumentType.HmtResidencePermit : prefix >= 900000 ? DocumentType.ForeignPermanentResidentId : DocumentType.ResidentId;
            var check = CheckCharacters.First(c => IdentityDocument.TryCreate(kind, seventeen + c, out _) == DocumentFault.None);
            // A third end in X, which only the strict reading of numbers knows.
            if ((check == 'X') == (index / 6 % 3 == 0)) return seventeen + check;
        }
    }

    private static char Letter(Random random) => (char)('A' + random.Next(26));

    private static string Lower(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(26))));

    private static string Character(Random random) => new Rune(random.Next(0x6000, 0x9F00)).ToString();
}
