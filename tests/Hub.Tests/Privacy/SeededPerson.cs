using System.Globalization;
using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.Hub.Tests.Privacy;

/// <summary>A made-up person whose name and number stand nowhere else.</summary>
internal sealed record SeededPerson(string Name, string Number)
{
    /// <summary>What a mask hides of the number; found, it is found whole or in part.</summary>
    public string Hidden => Number[2..^2];

    public MaskedIdentity Masked
    {
        get
        {
            IdentityDocument.TryCreate(DocumentType.ResidentId, Number, out var document);
            PersonName.TryCreate(Name, out var name);
            return MaskedIdentity.Of(name!, document!);
        }
    }

    /// <summary>Every run has its own people, so that no file of the test's can hold them.</summary>
    public static SeededPerson[] Make(int count, Random random) => [.. Enumerable.Range(0, count).Select(i => MakeOne(i, random))];

    private static SeededPerson MakeOne(int index, Random random)
    {
        // Every tenth bears a character outside the basic plane, and every tenth a name of two characters.
        var surname = index % 10 is 0 or 1 ? "𠮷" : Character(random);
        var given = index % 10 == 1 ? Character(random) : Character(random) + Character(random) + Character(random);
        var birth = new DateOnly(1930, 1, 1).AddDays(random.Next(30_000)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        while (true)
        {
            var seventeen = $"{random.Next(110000, 660000)}{birth}{random.Next(1000):000}";
            var check = "10X98765432".First(c => IdentityDocument.TryCreate(DocumentType.ResidentId, seventeen + c, out _) == DocumentFault.None);
            // A third end in X, which only the strict reading of numbers knows.
            if (check == 'X' || index % 3 != 0) return new(surname + given, seventeen + check);
        }
    }

    private static string Character(Random random) => new Rune(random.Next(0x6000, 0x9F00)).ToString();
}
