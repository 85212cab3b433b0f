using System.Collections.Frozen;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Limits;
using Microsoft.EntityFrameworkCore;

namespace HealthBao.Hub.Trust;

/// <summary>Reads and writes the register's rows of partners.</summary>
internal static class PartnerRows
{
    public const string Pending = "pending";
    public const string Active = "active";
    public const string Suspended = "suspended";

    /// <summary>A partner's row, taken apart; null when it cannot be read.</summary>
    public static Partner? Of(PartnerRow row)
    {
        if (row.ClientId is null || PartnerScopes.Parse(row.Scope) is not { } scopes || PartnerLimits.Parse(row.Limits) is not { } limits) return null;
        if (row.JwksUri is not null)
            return PartnerKeyAddress.Parse(row.JwksUri) is { } address ? new(row.ClientId, row.Region, scopes.ToFrozenSet(), [], address) { Limits = limits } : null;
        return PartnerKeySet.Parse(row.JsonWebKeySet) is { } keys ? new(row.ClientId, row.Region, scopes.ToFrozenSet(), keys, null) { Limits = limits } : null;
    }

    public static async Task<PartnerRow?> FindAsync(HubDatabase database, string clientId, CancellationToken cancellation) =>
        await database.Partners.FindAsync([clientId], cancellation);

    /// <summary>Writes the partners named in the configuration. One that an operator suspended stays so.</summary>
    public static async Task ConfigureAsync(HubDatabase database, IEnumerable<PartnerOptions> partners, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var partner in partners)
        {
            var row = await FindAsync(database, partner.ClientId, cancellation);
            if (row is null) database.Partners.Add(row = New(partner.ClientId, now));
            (row.Region, row.Scope, row.ScopeAsked, row.IsConfigured) = (partner.Region, partner.Scope, partner.Scope, true);
            (row.JsonWebKeySet, row.JwksUri, row.JwksUriAsked, row.RequestedFrom) = (partner.Jwks, partner.JwksUri, null, null);
            if (row.State == Pending) row.State = Active;
        }
    }

    /// <summary>Takes over what a partner says of itself. What an operator approved, region, names and scopes, stays as it was.</summary>
    public static void Take(PartnerRow row, PartnerRequest request)
    {
        row.JsonWebKeySet = PartnerKeySet.ToJson(request.Keys);
        (row.ScopeAsked, row.JwksUriAsked, row.Contact) = (string.Join(' ', request.Scopes), request.JwksUri?.OriginalString, request.Contact);
        if (row.State == Pending) (row.Region, row.NameZh, row.NameEn) = (request.Region, request.Names.Zh, request.Names.En);
    }

    public static PartnerRow New(string clientId, DateTimeOffset now) => new()
    {
        Id = clientId,
        ClientId = clientId,
        ClientType = OpenIddict.Abstractions.OpenIddictConstants.ClientTypes.Confidential,
        Region = "",
        State = Pending,
        Scope = "",
        ScopeAsked = "",
        IsConfigured = false,
        RequestedAt = now.ToUnixTimeSeconds(),
    };
}
