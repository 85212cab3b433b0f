using HealthBao.Hub.Limits;
using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Partners;

/// <summary>Calls that need a scope: no call that needs one works without.</summary>
internal static class Scopes
{
    public const string Verify = "verify";
    public const string Query = "query";
    public const string Trust = "trust";
    public const string Audit = "audit";

    /// <returns>The partner, or null when a problem was answered already.</returns>
    public static ValueTask<Partner?> RequireAsync(HttpContext http, string scope) => RequireAsync(http, scope, KindOf(scope));

    /// <returns>The partner, or null when a problem was answered already.</returns>
    public static ValueTask<Partner?> RequireAsync(HttpContext http, string scope, CallKind kind) =>
        http.RequestServices.GetRequiredService<PartnerGate>().AdmitAsync(http, scope, kind);

    private static CallKind KindOf(string scope) => scope switch
    {
        Verify => CallKind.Verify,
        Query => CallKind.Query,
        Trust => CallKind.Trust,
        _ => CallKind.Audit,
    };
}
