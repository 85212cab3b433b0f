using System.Net.Http.Json;
using System.Text;
using HealthBao.Contracts.Trust;

namespace HealthBao.Sandbox.Control;

/// <summary>The made-up partners join as real ones do: each asks with its own key, and the operator approves.</summary>
internal sealed class JoinPartners(HttpClient http, string hub, SandboxPartner @operator, PartnerTokens tokens, TimeProvider clock)
{
    // What the hub calls itself unless it is told otherwise.
    private const string Issuer = "https://hub.healthbao.example";

    public async Task JoinAsync(SandboxPartner partner, CancellationToken cancellation)
    {
        var request = PartnerRequest.Sign(
            partner.ClientId, Issuer, partner.Region, new("演示查验点 " + partner.ClientId, "Made-up checkpoint " + partner.ClientId), partner.Scope, "mailto:ops@healthbao.example",
            [partner.Key], partner.Key, clock.GetUtcNow());
        using var asked = await http.PostAsync(hub + "/v1/trust/partners", new StringContent(request, Encoding.ASCII, "application/jwt"), cancellation);
        asked.EnsureSuccessStatusCode();
        using var approval = new HttpRequestMessage(HttpMethod.Post, $"{hub}/v1/trust/partners/{partner.ClientId}/approval")
        {
            Content = JsonContent.Create(new { scope = partner.Scope, key = partner.Key.Kid }),
            Headers = { Authorization = new("Bearer", await tokens.GetAsync(@operator, cancellation)) },
        };
        using var approved = await http.SendAsync(approval, cancellation);
        approved.EnsureSuccessStatusCode();
    }
}
