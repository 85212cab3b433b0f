using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up people of Tianjin's health code: one for each colour, each kind of document, and the names that break things.</summary>
public static class TianjinCast
{
    public const string Source = "tianjin";
    private const string Region = "120000";

    public static IReadOnlyList<Citizen> All { get; } =
    [
        Resident("郭建国", "120101", 1971, 10, 1, 201, "green", HealthStatus.NoAbnormality),
        Resident("马晓丽", "120102", 1989, 5, 17, 202, "orange", HealthStatus.HomeObservation),
        Resident("罗文", "120103", 1997, 3, 8, 205, "yellow", HealthStatus.HomeObservation),
        Resident("高翔", "120104", 1980, 12, 24, 207, "red", HealthStatus.CentralObservation),
        Resident("梁雪", "120105", 2003, 2, 14, 210, "init", HealthStatus.CannotConfirm),
        Resident("欧阳晓峰", "120106", 1966, 6, 6, 213, "green", HealthStatus.NoAbnormality),
        Resident("𠮷安", "120110", 1993, 8, 23, 215, "green", HealthStatus.NoAbnormality),
        Visitor("Wolfgang Amadeus Wolfeschlegelstein", DocumentType.Passport, "G12012034", "green"),
        Visitor("黄文", DocumentType.HmTravelPermit, "M12012035", "green"),
        Visitor("蔡佩珊", DocumentType.TaiwanTravelPermit, "12012036", "green"),
        Visitor("许志明", DocumentType.HmtResidencePermit, MadeUpNumber.Eighteen("830000", new(1995, 11, 20), 120), "green"),
        Visitor("Sean O'Brien", DocumentType.ForeignPermanentResidentId, "IRL120185061501", "green"),
    ];

    private static Citizen Resident(string name, string district, int year, int month, int day, int sequence, string native, HealthStatus expected) =>
        Person(name, DocumentType.ResidentId, MadeUpNumber.Eighteen(district, new(year, month, day), sequence), native, expected);

    private static Citizen Visitor(string name, DocumentType type, string number, string native) =>
        Person(name, type, number, native, HealthStatus.NoAbnormality);

    private static Citizen Person(string name, DocumentType type, string number, string native, HealthStatus expected) => new(
        Region, Source, name, type, number, "TJJKM:" + MadeUpNumber.Opaque(Source, number), MadeUpNumber.UserId(Source, number), native, expected);
}
