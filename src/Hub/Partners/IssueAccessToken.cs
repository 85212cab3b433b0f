using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>Lets <see cref="AccessTokens"/> write the token that it will read again on every call: the library's would carry claims of its own.</summary>
internal sealed class IssueAccessToken(AccessTokens tokens) : IOpenIddictServerHandler<GenerateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<GenerateTokenContext>()
        .UseSingletonHandler<IssueAccessToken>()
        .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1)
        .Build();

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        context.Token = tokens.Issue(context.Principal.GetClaim(OpenIddictConstants.Claims.Subject)!, context.Principal.GetScopes());
        return ValueTask.CompletedTask;
    }
}
