using CsCheck;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Texts made of the characters of a compact JWS.</summary>
internal static class JwsTexts
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

    public static Gen<string> OfLength(int shortest, int longest) => Gen.String[Gen.Char[Alphabet], shortest, longest];

    public static string Sample(int length, int seed = 1)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }
}
