using System.Text.Json;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Notices;

/// <summary>A change as the adapter's <c>POST /v1/changes</c> takes it.</summary>
internal static class NoticeBody
{
    public static string Of(string subject, string codeSystem, Determination.Determination said, string region) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["subject"] = subject,
        ["occurredAt"] = ShanghaiDay.Format(said.At),
        ["native"] = new { system = FhirSystems.Native(codeSystem), code = said.Native },
        ["reason"] = said.Reason,
        ["authority"] = said.Ground?.Authority ?? region + "/COMMUNITY",
    });
}
