using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Hostile;

/// <summary>A participant with keys that anybody can make.</summary>
/// <param name="Code">The six digits; 99… are made up.</param>
/// <param name="System">The name of its native code system.</param>
internal sealed record HostileRegion(string Code, string System)
{
    /// <summary>The one whose passes are hostile.</summary>
    public static readonly HostileRegion Demo = new("990000", "demo990000");

    public static readonly HostileRegion Beijing = new("110000", "beijing");

    /// <summary>Its recognition is suspended.</summary>
    public static readonly HostileRegion Suspended = new("990001", "demo990001");

    /// <summary>It publishes no status list.</summary>
    public static readonly HostileRegion Listless = new("990002", "demo990002");

    /// <summary>Its status list is older than any destination allows.</summary>
    public static readonly HostileRegion Stale = new("990003", "demo990003");

    public static readonly IReadOnlyList<HostileRegion> All = [Demo, Beijing, Suspended, Listless, Stale];

    public string Issuer => $"https://{System}.healthbao.example";

    public string KeyName(ShanghaiDay day) => $"{System} {day.Compact}";

    public SigningKey KeyOf(ShanghaiDay day) => MadeUpKeys.Of(KeyName(day));

    public SigningKey EnrolmentKey => MadeUpKeys.Of(System + " enrolment");

    /// <summary>A statement with every member that there is. 龘 and the document are found nowhere else: an answer that holds them has echoed.</summary>
    public PassStatement Statement => new()
    {
        Issuer = Issuer,
        NotBefore = HostileWorld.Now,
        Expires = HostileWorld.Today.End,
        StatusIndex = HostileWorld.GoodIndex,
        Person = new(DocumentType.ResidentId, HostileWorld.Document, new(HostileWorld.Family, "*")),
        Status = HealthStatus.NoAbnormality,
        NativeSystem = FhirSystems.Native(System),
        NativeCode = "green",
        AsOf = HostileWorld.Now.AddMinutes(-20),
        Authority = Code,
    };
}
