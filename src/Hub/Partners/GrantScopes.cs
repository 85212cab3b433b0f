using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>Gives a proven partner the scopes it asked for, or all of its own when it named none. One that it lacks is refused (RFC 6749 §5.2).</summary>
internal sealed class GrantScopes : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<HandleTokenRequestContext>()
        .UseSingletonHandler<GrantScopes>()
        .Build();

    public ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var partner = context.Transaction.Proven ?? throw new InvalidOperationException("No partner was proven.");
        var asked = context.Request.GetScopes();
        if (asked.Except(partner.Scopes).Any()) context.Reject(OpenIddictConstants.Errors.InvalidScope, "The partner does not have a scope that was asked for.");
        else
        {
            var identity = new ClaimsIdentity("client_assertion");
            identity.SetClaim(OpenIddictConstants.Claims.Subject, partner.ClientId);
            identity.SetScopes(asked.IsEmpty ? [.. partner.Scopes.Order()] : asked);
            context.Principal = new(identity);
        }

        return ValueTask.CompletedTask;
    }
}
