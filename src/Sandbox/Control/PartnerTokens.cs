using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Sandbox.Control;

/// <summary>Gets access tokens for made-up partners the way real ones do: by an assertion signed with their key.</summary>
internal sealed class PartnerTokens(HttpClient http, string hub, TimeProvider clock)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task<string> GetAsync(SandboxPartner partner, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_assertion_type"] = AssertionType,
            ["client_assertion"] = Assertion(partner),
            ["scope"] = partner.Scope,
        });
        using var response = await http.PostAsync(hub + "/v1/token", form, cancellation);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellation));
        return answer.RootElement.GetProperty("access_token").GetString()!;
    }

    private string Assertion(SandboxPartner partner)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return SignedToken.Sign("JWT", partner.Key, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["iss"] = partner.ClientId,
            ["sub"] = partner.ClientId,
            ["aud"] = hub + "/v1/token",
            ["iat"] = now,
            ["exp"] = now + 120,
            ["jti"] = Guid.NewGuid().ToString("N"),
        }));
    }
}
