using System.Globalization;
using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Tests;

/// <summary>A person who does not exist, with a number that is sound.</summary>
public sealed record MadeUp(string Name, DocumentType Type, string Number)
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static readonly MadeUp Zhang = new("张三", DocumentType.ResidentId, "11010519491231002X");

    /// <summary>Somebody for each number: always the same.</summary>
    public static MadeUp Nth(int n) => new("李" + (char)('一' + (n % 10_000)), DocumentType.ResidentId, NumberOf(n));

    public PersonName PersonName => Contracts.Identity.PersonName.TryCreate(Name, out var name) ? name! : throw new InvalidOperationException(Name);

    public IdentityDocument Document =>
        IdentityDocument.TryCreate(Type, Number, out var document) == DocumentFault.None ? document! : throw new InvalidOperationException(Number);

    /// <summary><c>idCardType</c>.</summary>
    public string Kind => HealthCode.People.DocumentCodes.DigitOf(Type).ToString();

    public static string Checked(string body)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (body[i] - '0') * Weights[i];
        return body + CheckCharacters[sum % 11];
    }

    private static string NumberOf(int n)
    {
        var (rest, sequence) = Math.DivRem(n, 1000);
        var born = new DateOnly(1950, 1, 1).AddDays(rest % 20_000);
        return Checked(string.Create(CultureInfo.InvariantCulture, $"1101{5 + (rest / 20_000):00}{born:yyyyMMdd}{sequence:000}"));
    }
}
