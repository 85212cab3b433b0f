using System.Globalization;
using HealthBao.Contracts.Problems;
using HealthBao.Hub.Limits;
using HealthBao.Hub.Problems;
using HealthBao.Hub.Telemetry;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace HealthBao.Hub.Partners;

/// <summary><c>POST /v1/token</c>: OAuth 2 client credentials with <c>private_key_jwt</c>. Errors are those of RFC 6749 §5.2.</summary>
internal static class TokenFeature
{
    public const string Path = "/v1/token";

    public static void MapToken(this IEndpointRouteBuilder app) => app.MapPost(Path, IssueAsync);

    private static async Task IssueAsync(HttpContext http, IAuthenticationHandlerProvider handlers, TokenLimits limits, HubMeters meters)
    {
        if (limits.Refuse(http.Connection.RemoteIpAddress) is { } seconds)
        {
            meters.LimitSpent("token");
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            await http.WriteProblemAsync(new(ProblemType.TooManyRequests, "A token lives five minutes: keep it, and ask for the next one shortly before it ends."));
            return;
        }

        if (await Bodies.ReadAsync(http, "application/x-www-form-urlencoded") is not { } body) return;
        var form = TokenForm.Read(body);
        if (form.Fault() is { } fault) { await RefuseAsync(http, fault.Error, fault.Description); return; }
        if (http.Request.Headers.Authorization.Count > 0)
        {
            await RefuseAsync(http, OpenIddictConstants.Errors.InvalidRequest, "A client proves itself by its assertion alone.");
            return;
        }

        http.Request.Form = new FormCollection(form.Fields);
        var server = await handlers.GetHandlerAsync(http, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme) as IAuthenticationRequestHandler;
        if (!await server!.HandleRequestAsync()) await http.WriteProblemAsync(new(ProblemType.NotFound));
    }

    private static Task RefuseAsync(HttpContext http, string error, string description)
    {
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description });
    }
}
