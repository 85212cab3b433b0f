using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>What an operator grants: nothing that is not named here.</summary>
/// <param name="Scopes">The scopes.</param>
/// <param name="Key">The thumbprint of a key that the operator compared with the partner, or null.</param>
/// <param name="JwksUri">Where the partner's keys are published from now on, or null for no change.</param>
internal sealed record PartnerApproval(IReadOnlyList<string> Scopes, string? Key, Uri? JwksUri)
{
    /// <returns>The approval, or null; the faults are in <paramref name="body"/>.</returns>
    public static PartnerApproval? Read(byte[] json, out RequestBody body)
    {
        body = RequestBody.Parse(json);
        var scope = body.Text("scope", 128);
        var key = body.Text("key", 64, required: false);
        var jwksUri = body.Text("jwksUri", 512, required: false);
        var scopes = PartnerScopes.Parse(scope);
        var address = PartnerKeyAddress.Parse(jwksUri);
        if (scope is not null && scopes is null) body.Fault("scope", "not-listed", $"It must be some of {string.Join(' ', PartnerScopes.All)}, each once, separated by single spaces.");
        if (jwksUri is not null && address is null) body.Fault("jwksUri", "not-an-address", "It must be an https address without user, query or fragment.");
        return body.End() ? new(scopes!, key, address) : null;
    }
}
