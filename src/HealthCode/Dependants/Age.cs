using System.Globalization;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Dependants;

/// <summary>Who may be asked about by another: those of at most 16 years and of at least 60, by the birth date in the document's number.</summary>
internal static class Age
{
    public const int Young = 16;
    public const int Old = 60;

    private const int Digits = 18;

    /// <summary>Whether the age is one of a dependant's; null where the number tells no birth date.</summary>
    public static bool? IsDependant(IdentityDocument document, ShanghaiDay today)
    {
        if (BirthOf(document) is not { } born) return null;
        var years = today.Date.Year - born.Year - (today.Date.DayOfYear < born.AddYears(today.Date.Year - born.Year).DayOfYear ? 1 : 0);
        return years is <= Young or >= Old;
    }

    // GB 11643 and the cards made like it: the birth date are the eight digits after the first six.
    private static DateOnly? BirthOf(IdentityDocument document) =>
        document is { Type: DocumentType.ResidentId or DocumentType.HmtResidencePermit or DocumentType.ForeignPermanentResidentId, Number.Length: Digits }
        && DateOnly.TryParseExact(document.Number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null;
}
