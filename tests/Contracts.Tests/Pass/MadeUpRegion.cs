using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>A region as a verifier knows it, with the private half of its day key.</summary>
internal sealed class MadeUpRegion(string code, string name)
{
    /// <summary>1 March 2026, 09:00 in Beijing.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 9, 0, 0, ShanghaiDay.Offset);

    public static readonly ShanghaiDay Today = ShanghaiDay.At(Morning);

    public static readonly MadeUpRegion Beijing = new("110000", "beijing");

    public static readonly MadeUpRegion Tianjin = new("120000", "tianjin");

    public static readonly MadeUpRegion Hebei = new("130000", "hebei");

    public static readonly IReadOnlyList<MadeUpRegion> All = [Beijing, Tianjin, Hebei];

    public string Code => code;

    public string Name => name;

    public string Issuer { get; } = $"https://{name}.healthbao.example";

    public SigningKey DayKey { get; } = MadeUpKeys.Of($"{name} 20260301");

    public SigningKey EnrolmentKey { get; } = MadeUpKeys.Of($"{name} enrolment");

    public ListedKey ListedKey => new(DayKey.Jwk, Today.Start, Today.End);

    public ListedParticipant Listed => new()
    {
        Region = code,
        Names = new(name, name),
        Issuer = Issuer,
        Endpoint = $"https://hub.healthbao.example/regions/{code}",
        State = ParticipantState.Active,
        NativeCodePrefixes = [name + ":"],
        CityCodeSystems = [],
        Keys = [ListedKey],
        StatusList = Issuer + "/status/",
        ConceptMap = new("1", ""),
        Telephone = "010-12345",
        Contact = $"mailto:ops@{name}.healthbao.example",
    };

    public PassStatement Statement => new()
    {
        Issuer = Issuer,
        NotBefore = Morning,
        Expires = Today.End,
        StatusIndex = 70111,
        Person = new(DocumentType.ResidentId, "11**************2X", new("张", "*")),
        Status = HealthStatus.NoAbnormality,
        NativeSystem = FhirSystems.Native(name),
        NativeCode = "0",
        AsOf = Morning.AddMinutes(-20),
    };

    public SignedPass Pass => PassSigner.Sign(Statement, DayKey);
}
