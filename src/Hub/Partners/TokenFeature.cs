using HealthBao.Contracts.Problems;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using Microsoft.AspNetCore.WebUtilities;

namespace HealthBao.Hub.Partners;

/// <summary><c>POST /v1/token</c>: OAuth 2 client credentials with <c>private_key_jwt</c>. Errors are those of RFC 6749 §5.2.</summary>
internal static class TokenFeature
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public static void MapToken(this IEndpointRouteBuilder app) => app.MapPost("/v1/token", IssueAsync);

    private static async Task IssueAsync(HttpContext http, ClientAssertion assertions, AccessTokens tokens, HubMeters meters, ILoggerFactory loggers)
    {
        if (await Bodies.ReadAsync(http, "application/x-www-form-urlencoded") is not { } body) return;
        var form = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body));
        string? Field(string name) => form.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;
        if (Field("grant_type") != "client_credentials") { await RefuseAsync(http, 400, "unsupported_grant_type", "grant_type must be client_credentials, once."); return; }
        if (form.TryGetValue("scope", out var scopes) && scopes.Count > 1) { await RefuseAsync(http, 400, "invalid_request", "scope may stand once."); return; }
        if (Field("client_assertion_type") != AssertionType || Field("client_assertion") is not { Length: > 0 } assertion)
        {
            await RefuseAsync(http, 400, "invalid_request", $"client_assertion_type must be {AssertionType}, with client_assertion, each once.");
            return;
        }

        var (partner, fault) = await assertions.CheckAsync(assertion, http.RequestAborted);
        if (partner is null)
        {
            meters.AssertionRefused();
            Log.AssertionRefused(loggers.CreateLogger(typeof(TokenFeature)), "(unproven)", fault!);
            await RefuseAsync(http, 401, "invalid_client", "The client assertion was refused.");
            return;
        }

        var asked = Field("scope") is { Length: > 0 } scope ? scope.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [.. partner.Scopes];
        if (asked.Except(partner.Scopes).Any()) { await RefuseAsync(http, 400, "invalid_scope", "The partner does not have a scope that was asked for."); return; }
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new Dictionary<string, object>
        {
            ["access_token"] = tokens.Issue(partner, asked),
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)AccessTokens.Life.TotalSeconds,
            ["scope"] = string.Join(' ', asked),
        });
    }

    private static Task RefuseAsync(HttpContext http, int status, string error, string description)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description });
    }
}
