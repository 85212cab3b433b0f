using System.Text.Json.Nodes;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.Composition;
using HealthBao.Sandbox.Demo;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.Control;

/// <summary>Makes <c>sandbox.json</c>: all that a stranger's program needs to try everything.</summary>
internal static class SandboxDocument
{
    public static async Task<JsonObject> MakeAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        var plan = sandbox.Plan;
        var subjects = await SubjectsAsync(sandbox, cancellation);
        return new()
        {
            ["hub"] = plan.Hub.Address,
            ["portal"] = null,
            ["now"] = ShanghaiDay.Format(sandbox.Clock.GetUtcNow()),
            ["regions"] = new JsonObject(plan.Adapters.Where(a => a.Region != DemoAdapter.Region).Select(a => KeyValuePair.Create(a.Region, (JsonNode?)new JsonObject
            {
                ["adapter"] = a.Address,
                ["source"] = plan.NativeSystems.First(s => s.Region == a.Region).Address,
            }))),
            ["partners"] = new JsonArray([.. plan.Partners.Select(Partner)]),
            ["operator"] = Partner(plan.Operator),
            ["offices"] = new JsonArray([.. plan.Offices.Select(o => new JsonObject { ["region"] = "110000", ["office"] = o.Code, ["secret"] = o.Secret })]),
            ["people"] = new JsonArray([.. Citizens.Cast.Select(c => Person(subjects.TryGetValue(c.DocumentNumber, out var subject) && c.Source == "beijing" ? c with { Subject = subject } : c)), Nobody()]),
            ["testIssuer"] = await TestIssuerAsync(sandbox, cancellation),
            ["control"] = plan.Hub.Address + "/sandbox/control",
        };
    }

    private static JsonObject Partner(SandboxPartner partner) => new()
    {
        ["region"] = partner.Region,
        ["clientId"] = partner.ClientId,
        ["scope"] = partner.Scope,
        ["privateKeyJwk"] = PrivateJwk.Of(partner.Key),
    };

    private static JsonObject Person(Citizen citizen) => new()
    {
        ["region"] = citizen.Region,
        ["source"] = citizen.Source,
        ["name"] = citizen.Name,
        ["documentType"] = citizen.DocumentType.Code(),
        ["documentNumber"] = citizen.DocumentNumber,
        ["nativeCode"] = citizen.NativeCode,
        ["subject"] = citizen.Subject,
        ["native"] = citizen.Native,
        ["expected"] = citizen.Expected.Code(),
    };

    private static JsonObject Nobody() => new()
    {
        ["region"] = "110000",
        ["source"] = "beijing",
        ["name"] = "吴名",
        ["documentType"] = DocumentType.ResidentId.Code(),
        ["documentNumber"] = MadeUpNumber.Eighteen("110101", new(1991, 7, 7), 777),
        ["nativeCode"] = null,
        ["subject"] = null,
        ["native"] = null,
        ["expected"] = HealthStatus.NotHeld.Code(),
    };

    // What Beijing's system calls its people today; another word every day.
    private static async Task<Dictionary<string, string>> SubjectsAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        try
        {
            var beijing = sandbox.Plan.NativeSystems.First(s => s.Name == "source-beijing").Address;
            return await sandbox.Http.GetFromJsonAsync<Dictionary<string, string>>(beijing + "/sandbox/subjects", cancellation) ?? [];
        }
        catch (HttpRequestException)
        {
            // It was stopped by a control call.
            return [];
        }
    }

    private static async Task<JsonNode?> TestIssuerAsync(RunningSandbox sandbox, CancellationToken cancellation)
    {
        try
        {
            var demo = sandbox.Plan.Adapters.First(a => a.Region == DemoAdapter.Region).Address;
            return JsonNode.Parse(await sandbox.Http.GetStringAsync(demo + "/sandbox/test-issuer", cancellation));
        }
        catch (HttpRequestException)
        {
            // Its adapter was stopped by a control call.
            return null;
        }
    }
}
