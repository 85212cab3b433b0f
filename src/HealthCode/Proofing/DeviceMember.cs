using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Problems;

namespace HealthBao.HealthCode.Proofing;

/// <summary>The member <c>device</c>: the public key of a device (RFC 7517), <c>kty</c> EC, <c>crv</c> P-256, <c>x</c>, <c>y</c>.</summary>
internal static class DeviceMember
{
    private const int Coordinate = 43;

    public static EcJwk? Read(RequestBody body)
    {
        if (body.Object("device") is not { } jwk) return null;
        var (kty, crv, x, y) = (jwk.Code("kty", ["EC"]), jwk.Code("crv", ["P-256"]), jwk.Text("x", Coordinate), jwk.Text("y", Coordinate));
        jwk.End();
        if (kty is null || crv is null || x is null || y is null) return null;
        var key = EcJwk.Parse(JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["kty"] = kty, ["crv"] = crv, ["x"] = x, ["y"] = y }));
        if (key is null) body.Fault("device", "not-a-key", "It must be a public key on P-256, x and y 32 bytes each in base64url without padding.");
        return key;
    }
}
