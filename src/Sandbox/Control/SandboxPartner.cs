using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Sandbox.Demo;

namespace HealthBao.Sandbox.Control;

/// <summary>A made-up partner with its key pair.</summary>
public sealed record SandboxPartner(string Region, string ClientId, string Scope, SigningKey Key)
{
    /// <summary>The public half as the hub registers it.</summary>
    public string Jwks
    {
        get
        {
            var jwk = PrivateJwk.Of(Key);
            jwk.Remove("d");
            return new JsonObject { ["keys"] = new JsonArray(jwk) }.ToJsonString();
        }
    }
}
