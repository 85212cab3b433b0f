using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HealthBao.Hub.Partners;

/// <summary>
/// Stands before the library at every assertion: reads it strictly and says which one key, of which one partner, by which one algorithm
/// may have signed it. The library's own parameters would take its issuer's whole key set, any type and only one of the two audiences.
/// </summary>
internal sealed class ReadAssertion(AssertionReading reading, TrustSource trust, PartnerKeys keys) : IOpenIddictServerHandler<ValidateTokenContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
        .UseSingletonHandler<ReadAssertion>()
        .SetOrder(OpenIddictServerHandlers.Protection.ResolveTokenValidationParameters.Descriptor.Order + 1)
        .Build();

    public async ValueTask HandleAsync(ValidateTokenContext context)
    {
        if (reading.Read(context.Token, out var fault) is not { } assertion) Refuse(context, fault!);
        else if (!trust.Current.Partners.TryGetValue(assertion.ClientId, out var partner)) Refuse(context, "unknown client");
        else if (await keys.FindAsync(partner, assertion.Kid, context.CancellationToken) is not { } key) Refuse(context, "unknown key");
        else if (key.Algorithm != assertion.Algorithm) Refuse(context, "another algorithm than the key's");
        else Bind(context, assertion, partner, key);
    }

    internal static void Refuse(ValidateTokenContext context, string fault)
    {
        context.Transaction.Fault = fault;
        context.Reject(OpenIddictConstants.Errors.InvalidClient);
    }

    private void Bind(ValidateTokenContext context, Assertion assertion, Partner partner, PartnerKey key)
    {
        (context.Transaction.Assertion, context.Transaction.Claimed) = (assertion, partner);
        context.ValidAudiences.Clear();
        context.ValidAudiences.UnionWith(reading.Audiences);
        context.TokenValidationParameters = ParametersOf(key);
    }

    // Audience, issuer, type and times were read strictly already; what is left to the library is the signature.
    private static TokenValidationParameters ParametersOf(PartnerKey key) => new()
    {
        IssuerSigningKey = new JsonWebKey(key.Json) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        ValidAlgorithms = [key.Algorithm],
        TryAllIssuerSigningKeys = false,
        TypeValidator = (_, _, _) => AssertionReading.LibraryType,
        ValidateAudience = false,
        ValidateIssuer = false,
        ValidateLifetime = false,
    };
}
