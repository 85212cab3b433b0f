using System.Text.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Tests;

/// <summary>What the fake regions say of themselves. All use the same five codes, each in its own code system.</summary>
public static class FakeParticipants
{
    private static readonly (string Native, string Status)[] Codes =
        [("green", "no-abnormality"), ("yellow", "home-observation"), ("red", "central-observation"), ("blue", "cannot-confirm"), ("grey", "not-held")];

    public static Participant Of(string code)
    {
        var (system, zh, cities) = code switch
        {
            "110000" => ("beijing", "北京", Array.Empty<string>()),
            "120000" => ("tianjin", "天津", []),
            "130000" => ("hebei", "河北", ["xingtai"]),
            _ => ("demo" + code, "演示省", []),
        };
        return new()
        {
            Region = code,
            Names = new(zh, system),
            Issuer = $"https://{system}.healthbao.example",
            CodeSystems = [system],
            CityCodeSystems = cities,
            NativeCodePrefixes = [system.ToUpperInvariant() + ":"],
            Telephone = "010-12345",
            Contact = $"mailto:desk@{system}.healthbao.example",
        };
    }

    public static HealthStatus StatusOf(string native) =>
        HealthStatuses.TryParse(Codes.Single(c => c.Native == native).Status, out var status) ? status : throw new ArgumentException(native);

    public static string MapOf(Participant participant) => JsonSerializer.Serialize(new
    {
        resourceType = "ConceptMap",
        url = FhirSystems.Root + "ConceptMap/" + participant.CodeSystems[0],
        version = "1",
        status = "active",
        group = participant.CodeSystems.Concat(participant.CityCodeSystems).Select(Group),
    });

    private static object Group(string system) => new
    {
        source = FhirSystems.Native(system),
        target = FhirSystems.HealthStatus,
        element = Codes.Select(c => new { code = c.Native, display = "码" + c.Native, target = new[] { Target(system, c.Native, c.Status) } }),
    };

    private static JsonObject Target(string system, string native, string status) => (system, native) == ("tianjin", "red")
        ? new() { ["code"] = status, ["equivalence"] = "narrower", ["comment"] = "可能为居家隔离" }
        : new() { ["code"] = status, ["equivalence"] = "equivalent" };
}
