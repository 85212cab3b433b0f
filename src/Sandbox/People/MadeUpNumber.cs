using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Sandbox.People;

/// <summary>Numbers and references of people who do not exist: sound in form, always the same.</summary>
public static class MadeUpNumber
{
    private const string CheckCharacters = "10X98765432";
    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>18 characters: six-digit prefix, birth date, three-digit sequence, check character (GB 11643-1999).</summary>
    public static string Eighteen(string prefix, DateOnly born, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{prefix}{born:yyyyMMdd}{sequence:000}");
        var sum = 0;
        for (var i = 0; i < body.Length; i++) sum += (body[i] - '0') * Weights[i];
        return body + CheckCharacters[sum % 11];
    }

    /// <summary>24 url-safe characters that say nothing of whom they stand for.</summary>
    public static string Opaque(string source, string documentNumber) =>
        Convert.ToBase64String(Digest("code", source, documentNumber)).Replace('+', '-').Replace('/', '_')[..24];

    /// <summary>32 hexadecimal digits, like a UUID without hyphens.</summary>
    public static string Uuid(string source, string documentNumber) =>
        Convert.ToHexStringLower(Digest("subject", source, documentNumber).AsSpan(0, 16));

    /// <summary>Sixteen digits beginning with <c>2088</c>, as an open platform numbers its users.</summary>
    public static string UserId(string source, string documentNumber)
    {
        var digits = BitConverter.ToUInt64(Digest("subject", source, documentNumber)) % 1_000_000_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"2088{digits:000000000000}");
    }

    private static byte[] Digest(params string[] parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
}
