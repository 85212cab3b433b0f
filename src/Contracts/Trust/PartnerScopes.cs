namespace HealthBao.Contracts.Trust;

/// <summary>What a partner may be allowed at the hub (the closed list of OAuth 2 scopes, RFC 6749 §3.3).</summary>
public static class PartnerScopes
{
    /// <summary>The scope that makes an operator: approving and suspending others. Never granted unless it is named.</summary>
    public const string Trust = "trust";

    /// <summary>Every scope there is.</summary>
    public static IReadOnlyList<string> All { get; } = ["verify", "query", Trust, "audit", "statistics"];

    /// <summary>Reads scopes separated by single spaces: each known, none twice, at least one.</summary>
    /// <returns>The scopes as written, or null when the text is not that.</returns>
    public static IReadOnlyList<string>? Parse(string? text)
    {
        var scopes = text?.Split(' ') ?? [];
        return scopes.Length > 0 && scopes.All(All.Contains) && scopes.Distinct().Count() == scopes.Length ? scopes : null;
    }
}
