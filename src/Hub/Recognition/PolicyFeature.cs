using HealthBao.Hub.Trust;

namespace HealthBao.Hub.Recognition;

/// <summary><c>GET /.well-known/recognition-policies</c>: public and signed, so that a checkpoint can decide offline.</summary>
internal static class PolicyFeature
{
    public static void MapPolicies(this IEndpointRouteBuilder app) => app.MapGet("/.well-known/recognition-policies", (
        HttpContext http, SignedPolicies policies) => PublicDocuments.WriteAsync(http, policies.Token, "application/" + SignedPolicies.Type, maxAgeSeconds: 300));
}
