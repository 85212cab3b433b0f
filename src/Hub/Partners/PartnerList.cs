using System.Text.Json.Nodes;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>What an operator sees of the partners before deciding: who asks for what, and the thumbprints to compare by telephone.</summary>
internal static class PartnerList
{
    /// <param name="queriesTaken">What the nodes have taken of today's budgets.</param>
    public static JsonObject Of(IEnumerable<PartnerRow> rows, IReadOnlyDictionary<string, long> queriesTaken) =>
        new() { ["partners"] = new JsonArray([.. rows.Select(r => Of(r, queriesTaken.GetValueOrDefault(r.ClientId!)))]) };

    private static JsonObject Of(PartnerRow row, long queriesTaken) => new()
    {
        ["clientId"] = row.ClientId,
        ["region"] = row.Region,
        ["names"] = row.NameZh is null ? null : new JsonObject { ["zh"] = row.NameZh, ["en"] = row.NameEn },
        ["state"] = row.State,
        ["scope"] = row.Scope,
        ["scopeAsked"] = row.ScopeAsked,
        ["keys"] = new JsonArray([.. (PartnerKeySet.Parse(row.JsonWebKeySet) ?? []).Select(Of)]),
        ["jwksUri"] = row.JwksUri,
        ["jwksUriAsked"] = row.JwksUriAsked,
        ["contact"] = row.Contact,
        ["limits"] = row.Limits is null ? null : JsonNode.Parse(row.Limits),
        ["queriesTaken"] = queriesTaken,
        ["configured"] = row.IsConfigured,
        ["requestedFrom"] = row.RequestedFrom,
        ["requestedAt"] = Instant(row.RequestedAt),
        ["approvedAt"] = row.ApprovedAt is { } at ? Instant(at) : null,
        ["approvedBy"] = row.ApprovedBy,
    };

    private static JsonObject Of(PartnerKey key) => new() { ["kid"] = key.Kid, ["alg"] = key.Algorithm, ["thumbprint"] = key.Thumbprint };

    private static string Instant(long seconds) => ShanghaiDay.Format(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
