using System.Buffers.Text;
using System.Globalization;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up citizens in bulk, spread evenly over the five sources, about 97 % of them green. The same seed gives the same people.</summary>
public static class MadeUpCitizens
{
    private const double Green = 0.97;
    private const int OpaqueBytes = 18; // 24 characters of base64url
    private const long UserIds = 1_000_000_000_000;

    /// <summary>The first <paramref name="count"/> of a seed's people; more of the same seed begin with the same ones.</summary>
    public static IEnumerable<Citizen> Make(int count, int seed)
    {
        var random = new Random(seed);
        var userIds = new Scattered(UserIds, random);
        var residents = MadeUpSource.All.Select(s => new MadeUpResidents(s.Counties, random)).ToArray();
        for (var n = 0; n < count; n++)
        {
            var (turn, place) = Math.DivRem(n, MadeUpSource.All.Count);
            var source = MadeUpSource.All[place];
            var number = residents[place].At(turn);
            var (native, expected) = NextStatus(source, random);
            yield return new(
                source.Region, source.Name, MadeUpNames.Next(random), DocumentType.ResidentId, number,
                NextCode(source, random), Subject(source.Name, number, userIds.At(n), random), native, expected);
        }
    }

    private static (string Native, HealthStatus Expected) NextStatus(MadeUpSource source, Random random) =>
        random.NextDouble() < Green
            ? (source.Greens[random.Next(source.Greens.Count)], HealthStatus.NoAbnormality)
            : source.Others[random.Next(source.Others.Count)];

    private static string? NextCode(MadeUpSource source, Random random) =>
        source.CodePrefix is { } prefix ? prefix + Base64Url.EncodeToString(NextBytes(OpaqueBytes, random)) : null;

    // What each native system calls a person by; the cities have no reference of their own.
    private static string Subject(string source, string number, long userId, Random random) => source switch
    {
        "tianjin" => string.Create(CultureInfo.InvariantCulture, $"2088{userId:000000000000}"),
        "beijing" or "hebei" => Convert.ToHexStringLower(NextBytes(16, random)),
        _ => $"{DocumentType.ResidentId.Code()}|{number}",
    };

    private static byte[] NextBytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
