using System.Text.Json.Nodes;
using HealthBao.Adapters.Issuing;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.Demo;

/// <summary>What <c>sandbox.json</c> tells of the made-up participant: its private day key and a good pass of this moment.</summary>
internal static class TestIssuerFeature
{
    private const string Issuer = "https://demo.healthbao.example";
    private const int ExampleIndex = 70_111;

    public static void MapTestIssuer(this WebApplication app) => app.MapGet("/sandbox/test-issuer", (DayKeys days, TimeProvider clock) =>
    {
        var today = days.Today;
        var jwk = PrivateJwk.Of(today.Key);
        return TypedResults.Json(new JsonObject
        {
            ["region"] = DemoAdapter.Region,
            ["issuer"] = Issuer,
            ["kid"] = today.Key.Kid,
            ["privateKeyJwk"] = jwk,
            ["statusList"] = PassStatement.StatusListUriOf(Issuer, today.Day),
            ["example"] = PassSigner.Sign(Example(clock.GetUtcNow()), today.Key).Api,
        });
    });

    private static PassStatement Example(DateTimeOffset now)
    {
        var second = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).ToOffset(ShanghaiDay.Offset);
        return new()
        {
            Issuer = Issuer,
            NotBefore = second,
            Expires = ShanghaiDay.At(second).End,
            StatusIndex = ExampleIndex,
            Person = new(DocumentType.ResidentId, "99**************10", new("演", "*")),
            Status = HealthStatus.NoAbnormality,
            NativeSystem = FhirSystems.Native("demo"),
            NativeCode = "green",
            AsOf = second,
        };
    }
}
