using System.Security.Cryptography;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Trust;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace HealthBao.Hub.Partners;

/// <summary>OpenIddict as the OAuth 2 server of one grant, with what it lets through by default closed (docs/decisions/0019).</summary>
internal static class TokenServer
{
    public static void AddPartners(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTokenServer();
        services.AddOptions<PartnerJoiningOptions>().Bind(configuration.GetSection("Partners")).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<TokenLimitOptions>().Bind(configuration.GetSection("TokenLimits")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TokenLimits>().AddSingleton<RefusedAssertions>().AddHostedService(s => s.GetRequiredService<RefusedAssertions>());
        services.AddSingleton<PartnerRequests>().AddSingleton<PartnerRequestLimits>().AddSingleton<PartnerDecisions>().AddSingleton<KeyDocuments>().AddSingleton<PartnerKeys>();
    }

    private static void AddTokenServer(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>().AddSingleton<PartnerGate>().AddSingleton<AssertionReading>();
        services.AddSingleton<ReadAssertion>().AddSingleton<CountAssertionOnce>().AddSingleton<GrantScopes>().AddSingleton<IssueAccessToken>().AddSingleton<AnswerTokenRequest>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<HubDatabase>().ReplaceDefaultEntities<PartnerRow, PartnerAuthorizationRow, PartnerScopeRow, PartnerTokenRow, string>())
            .AddServer(Serve);
        services.AddOptions<OpenIddictServerOptions>().Configure<HubKeys>((server, keys) => server.SigningCredentials.Add(Signing(keys)));
    }

    private static void Serve(OpenIddictServerBuilder server)
    {
        server.AllowClientCredentialsFlow().SetTokenEndpointUris(TokenFeature.Path).SetAccessTokenLifetime(AccessTokens.Life).DisableAccessTokenEncryption();
        server.RegisterScopes([.. PartnerScopes.All]);
        // A token is checked by its signature and its partner's state, never by a row; so none is written.
        server.DisableTokenStorage().DisableAuthorizationStorage();
        // What a partner may do stands in its own row, and GrantScopes reads it there.
        server.IgnoreEndpointPermissions().IgnoreGrantTypePermissions().IgnoreScopePermissions();
        // The library does not start without a key for tokens that it makes for itself; there are none.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
        server.AddEventHandler(ReadAssertion.Descriptor).AddEventHandler(CountAssertionOnce.Descriptor).AddEventHandler(GrantScopes.Descriptor)
            .AddEventHandler(IssueAccessToken.Descriptor).AddEventHandler(AnswerTokenRequest.Descriptor);
        // TLS ends at the proxy in front.
        server.UseAspNetCore().DisableTransportSecurityRequirement().SuppressJsonResponseIndentation();
    }

    private static SigningCredentials Signing(HubKeys keys)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(keys.TokenSigner.ToPkcs8(), out _);
        return new(new ECDsaSecurityKey(key) { KeyId = keys.TokenSigner.Kid }, SecurityAlgorithms.EcdsaSha256);
    }
}
