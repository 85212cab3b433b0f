using System.Globalization;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using HealthBao.Hub.Trust;
using HealthBao.Telemetry;

namespace HealthBao.Hub.Partners;

/// <summary>Lets a partner's call in: by an access token with the scope, within the partner's rate. The answer tells what is left of it.</summary>
internal sealed class PartnerGate(AccessTokens tokens, CallRates rates, HubMeters meters)
{
    private const string Bearer = "Bearer ";

    /// <returns>The partner, or null when a problem was answered already.</returns>
    public async ValueTask<Partner?> AdmitAsync(HttpContext http, string scope, CallKind kind)
    {
        var token = TokenOf(http.Request);
        if (tokens.Find(token, scope, out var lacksScope) is not { } partner)
        {
            await RefuseAsync(http, scope, lacksScope, token is not null);
            return null;
        }

        var rate = rates.Take(partner, kind);
        RateLimitFields.Add(http.Response, kind.Name(), rates.QuotaOf(partner, kind), (long)CallRates.Window.TotalSeconds, rate.Left, rate.Seconds);
        if (rate.IsAdmitted)
        {
            http.LinkCaller();
            return partner;
        }

        meters.LimitSpent("rate");
        http.Response.Headers.RetryAfter = rate.Seconds.ToString(CultureInfo.InvariantCulture);
        await http.WriteProblemAsync(new(ProblemType.TooManyRequests, $"The partner's calls of the kind {kind.Name()} are spent for this minute; if you need more, ask the hub's operator."));
        return null;
    }

    /// <summary>The partner who sends a token with a scope, without counting the call; null when nobody does.</summary>
    public Partner? Find(HttpRequest request, string scope) => tokens.Find(TokenOf(request), scope, out _);

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..] : null;

    private static Task RefuseAsync(HttpContext http, string scope, bool lacksScope, bool hasToken)
    {
        http.Response.Headers.WWWAuthenticate = lacksScope
            ? $"Bearer error=\"insufficient_scope\", scope=\"{scope}\""
            : hasToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        return http.WriteProblemAsync(lacksScope
            ? new(ProblemType.Forbidden, $"The access token lacks the scope {scope}.")
            : new(ProblemType.Unauthorized, "Get an access token at POST /v1/token and send it as Authorization: Bearer."));
    }
}
