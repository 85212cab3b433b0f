using System.Globalization;

namespace HealthBao.Sandbox.People;

/// <summary>
/// Resident ID numbers of one source, none twice. All are of the years 1940–1965 and have a sequence of 500 or more:
/// the people written by hand have lower sequences, so nobody made in bulk takes the number of one of them.
/// </summary>
internal sealed class MadeUpResidents(IReadOnlyList<string> counties, Random random)
{
    private const string CheckCharacters = "10X98765432";
    private const int LowestSequence = 500;
    private const int Sequences = 500;
    private static readonly DateOnly FirstBirth = new(1940, 1, 1);
    private static readonly int Births = new DateOnly(1966, 1, 1).DayNumber - FirstBirth.DayNumber;

    private readonly Scattered places = new((long)counties.Count * Births * Sequences, random);

    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The n-th resident's number (GB 11643-1999).</summary>
    public string At(long n)
    {
        var (rest, sequence) = Math.DivRem(places.At(n), Sequences);
        var (county, birth) = Math.DivRem(rest, Births);
        var born = FirstBirth.AddDays((int)birth);
        var body = string.Create(CultureInfo.InvariantCulture, $"{counties[(int)county]}{born:yyyyMMdd}{LowestSequence + sequence}");
        return body + CheckCharacter(body);
    }

    private static char CheckCharacter(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++) sum += (body[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }
}
