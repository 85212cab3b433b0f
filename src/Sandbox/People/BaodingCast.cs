using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>Made-up people at Baoding's own system: one per native code.</summary>
public static class BaodingCast
{
    /// <summary>The people.</summary>
    public static IReadOnlyList<Citizen> All { get; } =
    [
        Of("郑海涛", DocumentType.ResidentId, "130602198004202015", "绿码", HealthStatus.NoAbnormality),
        Of("冯淑芬", DocumentType.ResidentId, "130606195901012029", "黄码", HealthStatus.HomeObservation),
        Of("曹阳", DocumentType.ResidentId, "130681199608082034", "红码", HealthStatus.CentralObservation),
        Of("许诺", DocumentType.ResidentId, "130607200002292047", "无码", HealthStatus.NotHeld), // listed, and nothing is held
        Of("上官云", DocumentType.ResidentId, "130623198710302058", "绿码", HealthStatus.NoAbnormality), // a compound surname
        Of("O'NEIL & SONS <TEST>", DocumentType.Passport, "BD1306001", "绿码", HealthStatus.NoAbnormality), // a name that XML must escape
    ];

    // The city has no reference of its own: kind and number stand for the person.
    private static Citizen Of(string name, DocumentType type, string number, string native, HealthStatus expected) =>
        new("130000", "baoding", name, type, number, null, $"{type.Code()}|{number}", native, expected);
}
