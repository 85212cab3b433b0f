using CsCheck;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

/// <summary>Sound document numbers of every kind, made without the code under test.</summary>
internal static class DocumentGen
{
    private static readonly Gen<DateOnly> BirthDates = Gen.Int[0, 60_000].Select(new DateOnly(1880, 1, 1).AddDays);

    public static readonly Gen<string> ResidentIds =
        from region in Gen.Int[110000, 659999]
        from number in Eighteen(region)
        select number;

    private static readonly Gen<string> HmtResidencePermits =
        from region in Gen.Int[81, 83].Select(n => n * 10_000)
        from number in Eighteen(region)
        select number;

    private static readonly Gen<string> ForeignPermanentResidentIds = Gen.OneOf(
        from region in Gen.Int[900000, 999999]
        from number in Eighteen(region)
        select number,
        from letters in Letters(3, 3)
        from digits in Digits(12)
        select letters + digits);

    public static readonly Gen<(DocumentType Type, string Number)> Any = Gen.OneOf(
        ResidentIds.Select(n => (DocumentType.ResidentId, n)),
        HmtResidencePermits.Select(n => (DocumentType.HmtResidencePermit, n)),
        Gen.Select(Gen.Char["HM"], Digits(8)).Select((letter, digits) => (DocumentType.HmTravelPermit, letter + digits)),
        Digits(8).Select(n => (DocumentType.TaiwanTravelPermit, n)),
        Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"], 5, 9].Select(n => (DocumentType.Passport, n)),
        ForeignPermanentResidentIds.Select(n => (DocumentType.ForeignPermanentResidentId, n)));

    // ISO 7064 MOD 11-2 by its definition: the weighted sum with the check character is 1 modulo 11.
    public static char CheckCharacter(string seventeen)
    {
        var p = 0;
        foreach (var digit in seventeen) p = (p + (digit - '0')) * 2 % 11;
        return "0123456789X"[(12 - p) % 11];
    }

    private static Gen<string> Eighteen(int region) =>
        from birth in BirthDates
        from sequence in Gen.Int[0, 999]
        let seventeen = $"{region}{birth:yyyyMMdd}{sequence:000}"
        select seventeen + CheckCharacter(seventeen);

    private static Gen<string> Digits(int count) => Gen.String[Gen.Char["0123456789"], count, count];

    private static Gen<string> Letters(int least, int most) => Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ"], least, most];
}
