using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Tests.Regions.Hebei;

/// <summary>Made-up people.</summary>
internal static class People
{
    public static PersonName Name(string text) => PersonName.TryCreate(text, out var name) ? name! : throw new FormatException("No name.");

    public static IdentityDocument Document(string number, DocumentType type = DocumentType.ResidentId) =>
        IdentityDocument.TryCreate(type, number, out var document) == DocumentFault.None ? document! : throw new FormatException("No document.");

    /// <summary>A resident of Xingtai by number.</summary>
    public static string Number(int n)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = $"130502{1950 + (n / 1000 % 50)}0307{n % 1000:000}";
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += (digits[i] - '0') * weights[i];
        return digits + "10X98765432"[sum % 11];
    }
}
