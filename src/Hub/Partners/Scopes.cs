using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Trust;
using HealthBao.Telemetry;

namespace HealthBao.Hub.Partners;

/// <summary>Calls that need a scope: no call that needs one works without.</summary>
internal static class Scopes
{
    public const string Verify = "verify";
    public const string Query = "query";
    public const string Trust = "trust";
    public const string Audit = "audit";

    private const string Bearer = "Bearer ";

    /// <returns>The partner, or null when a problem was answered already.</returns>
    public static ValueTask<Partner?> RequireAsync(HttpContext http, string scope) =>
        RequireAsync(http, scope, http.RequestServices.GetRequiredService<AccessTokens>());

    /// <returns>The partner, or null when a problem was answered already.</returns>
    public static async ValueTask<Partner?> RequireAsync(HttpContext http, string scope, AccessTokens tokens)
    {
        var header = http.Request.Headers.Authorization;
        var token = header.Count == 1 && header[0]!.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[0]![Bearer.Length..] : null;
        if (tokens.Find(token, scope, out var lacksScope) is { } partner)
        {
            http.LinkCaller();
            return partner;
        }

        http.Response.Headers.WWWAuthenticate = lacksScope
            ? $"Bearer error=\"insufficient_scope\", scope=\"{scope}\""
            : token is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        await http.WriteProblemAsync(lacksScope
            ? new(ProblemType.Forbidden, $"The access token lacks the scope {scope}.")
            : new(ProblemType.Unauthorized, "Get an access token at POST /v1/token and send it as Authorization: Bearer."));
        return null;
    }
}
