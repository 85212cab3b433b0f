using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Interop.Tests.Pass;

/// <summary>Passes of every status, document kind and native system, with the longest of everything.</summary>
internal static class IssuedPasses
{
    public const string Issuer = "https://beijing.healthbao.example";

    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 9, 13, 57, ShanghaiDay.Offset);

    public static readonly SigningKey Key = SigningKey.Create();

    private static readonly (DocumentType Type, string Number)[] Documents =
    [
        (DocumentType.ResidentId, "11010519491231002X"), (DocumentType.HmtResidencePermit, "810000199001010019"), (DocumentType.HmTravelPermit, "H1234567801"),
        (DocumentType.TaiwanTravelPermit, "12345678"), (DocumentType.Passport, "E12345678"), (DocumentType.Passport, "A1234"), (DocumentType.ForeignPermanentResidentId, "ABC123456789012"),
    ];

    private static readonly string[] Names = ["张三", "欧阳修远", "𠮷野", "阿", "Nebuchadnezzar " + new string('N', 49)];

    // The longest native code and office of each region's own system, by status.
    private static readonly (string Region, string System, HealthStatus Status, string Code, string? Office)[] Natives =
    [
        ("beijing", "beijing", HealthStatus.NoAbnormality, "30", null), ("beijing", "beijing", HealthStatus.HomeObservation, "1", "110000/COMMUNITY"),
        ("beijing", "beijing", HealthStatus.CentralObservation, "2", "110000/CDC"), ("beijing", "beijing", HealthStatus.CannotConfirm, "-7", null),
        ("tianjin", "tianjin", HealthStatus.HomeObservation, "orange", "120000"), ("tianjin", "tianjin", HealthStatus.CentralObservation, "red", "120000"),
        ("hebei", "hebei", HealthStatus.CentralObservation, "10", "130000"), ("hebei", "xingtai", HealthStatus.HomeObservation, "1", "130500"),
        ("hebei", "baoding", HealthStatus.HomeObservation, "黄码", "130600"), ("hebei", "baoding", HealthStatus.CentralObservation, "红码", "130600"),
    ];

    public static IEnumerable<PassStatement> Statements() =>
        from native in Natives
        from document in Documents
        from name in Names
        select Statement(native, MaskedIdentity.Of(Name(name), Document(document)));

    public static PassStatement Green => Statements().First();

    public static JsonElement Claims(PassStatement statement) => JsonElement.Parse(PassClaims.Write(statement));

    public static JsonElement Bundle(PassStatement statement) =>
        Claims(statement).GetProperty("vc").GetProperty("credentialSubject").GetProperty("fhirBundle");

    private static PassStatement Statement((string Region, string System, HealthStatus Status, string Code, string? Office) native, MaskedIdentity person) => new()
    {
        Issuer = $"https://{native.Region}.healthbao.example",
        NotBefore = Morning,
        Expires = ShanghaiDay.At(Morning).End,
        StatusIndex = 21_893_657,
        Person = person,
        Status = native.Status,
        NativeSystem = FhirSystems.Native(native.System),
        NativeCode = native.Code,
        AsOf = Morning.AddMinutes(-73).AddSeconds(-11),
        Authority = native.Office,
    };

    private static PersonName Name(string text) => PersonName.TryCreate(text, out var name) ? name! : throw new ArgumentException(text);

    private static IdentityDocument Document((DocumentType Type, string Number) typed) =>
        IdentityDocument.TryCreate(typed.Type, typed.Number, out var document) == DocumentFault.None ? document! : throw new ArgumentException(typed.Type.Code());
}
