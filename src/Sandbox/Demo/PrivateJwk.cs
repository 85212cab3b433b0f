using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;

namespace HealthBao.Sandbox.Demo;

/// <summary>A made-up key with its private half, for <c>sandbox.json</c>.</summary>
internal static class PrivateJwk
{
    public static JsonObject Of(SigningKey key) => new()
    {
        ["kty"] = "EC",
        ["crv"] = "P-256",
        ["x"] = key.Jwk.X,
        ["y"] = key.Jwk.Y,
        ["d"] = key.ExportPrivateScalar(),
        ["kid"] = key.Kid,
        ["use"] = "sig",
        ["alg"] = "ES256",
    };
}
