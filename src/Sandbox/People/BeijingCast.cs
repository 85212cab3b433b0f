using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up people of 健康宝: one for each native code, each kind of document, and the names that break things.</summary>
public static class BeijingCast
{
    public const string Source = "beijing";
    private const string Region = "110000";

    public static IReadOnlyList<Citizen> All { get; } =
    [
        Resident("张伟", "110101", 1985, 3, 12, 101, "0", HealthStatus.NoAbnormality),
        Resident("王秀英", "110102", 1978, 11, 2, 102, "30", HealthStatus.NoAbnormality),
        Resident("李静", "110105", 1992, 7, 21, 104, "1", HealthStatus.HomeObservation),
        Resident("刘洋", "110106", 1969, 1, 30, 107, "2", HealthStatus.CentralObservation),
        Resident("陈晨", "110107", 2001, 9, 9, 110, "-1", HealthStatus.NotHeld),
        Resident("杨帆", "110108", 1996, 12, 31, 113, "-3", HealthStatus.CannotConfirm),
        Resident("赵雪", "110109", 1988, 2, 29, 116, "-7", HealthStatus.CannotConfirm),
        Resident("黄海涛", "110111", 1973, 5, 5, 119, "51", HealthStatus.CannotConfirm),
        Resident("周凯", "110112", 1999, 10, 1, 121, "4", HealthStatus.CannotConfirm),
        Resident("吴芳", "110113", 1964, 8, 18, 124, "41", HealthStatus.CannotConfirm),
        Resident("徐磊", "110114", 1990, 4, 4, 127, "11", HealthStatus.CannotConfirm),
        Resident("孙悦", "110115", 1994, 6, 15, 130, "11", HealthStatus.CannotConfirm),
        Resident("欧阳明月", "110116", 1987, 9, 27, 132, "0", HealthStatus.NoAbnormality),
        Resident("𠮷祥", "110117", 1955, 12, 1, 135, "0", HealthStatus.NoAbnormality),
        Visitor("Maria Alejandra Fernández de la Cruz", DocumentType.Passport, "E11012034", "0"),
        Visitor("陈大文", DocumentType.HmTravelPermit, "H11012035", "0"),
        Visitor("林怡君", DocumentType.TaiwanTravelPermit, "11012036", "0"),
        Visitor("何美", DocumentType.HmtResidencePermit, MadeUpNumber.Eighteen("810000", new(1991, 1, 11), 110), "0"),
        Visitor("Anna Kowalska", DocumentType.ForeignPermanentResidentId, MadeUpNumber.Eighteen("911616", new(1983, 10, 3), 110), "0"),
    ];

    private static Citizen Resident(string name, string district, int year, int month, int day, int sequence, string native, HealthStatus expected) =>
        Person(name, DocumentType.ResidentId, MadeUpNumber.Eighteen(district, new(year, month, day), sequence), native, expected);

    private static Citizen Visitor(string name, DocumentType type, string number, string native) =>
        Person(name, type, number, native, HealthStatus.NoAbnormality);

    private static Citizen Person(string name, DocumentType type, string number, string native, HealthStatus expected) => new(
        Region, Source, name, type, number, "BJJKB:" + MadeUpNumber.Opaque(Source, number), MadeUpNumber.Uuid(Source, number), native, expected);
}
