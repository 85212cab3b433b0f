using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up people in Xingtai's nightly file: one per native code, and names that GBK cannot write.</summary>
public static class XingtaiCast
{
    /// <summary>The people.</summary>
    public static IReadOnlyList<Citizen> All { get; } =
    [
        Of("张桂英", DocumentType.ResidentId, "130502196802151019", "1", HealthStatus.NoAbnormality),
        Of("孙德胜", DocumentType.ResidentId, "130503197506301028", "2", HealthStatus.HomeObservation),
        Of("周玉梅", DocumentType.ResidentId, "130522199109181032", "3", HealthStatus.CentralObservation),
        Of("田𠮷", DocumentType.ResidentId, "130528198301111046", "1", HealthStatus.NoAbnormality), // GBK cannot write the name
        Of("𠮷田明", DocumentType.ResidentId, "130581199505051053", "2", HealthStatus.HomeObservation), // GBK cannot write the surname
        Of("司马文", DocumentType.ResidentId, "130582197712121066", "1", HealthStatus.NoAbnormality), // a compound surname
        Of("OLGA PETROVA", DocumentType.Passport, "XT1305001", "1", HealthStatus.NoAbnormality),
    ];

    // The city has no reference of its own: kind and number stand for the person.
    private static Citizen Of(string name, DocumentType type, string number, string native, HealthStatus expected) =>
        new("130000", "xingtai", name, type, number, null, $"{type.Code()}|{number}", native, expected);
}
