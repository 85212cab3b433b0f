using System.IdentityModel.Tokens.Jwt;
using System.Text;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HealthBao.Interop.Tests.Pass;

/// <summary>The API rendition is a plain JWT: verified with libraries as a partner would use them, without a line of ours.</summary>
public sealed class PartnerJwtTests
{
    private static readonly string Jwks = $$"""
        {"keys":[{"kty":"EC","crv":"P-256","x":"{{IssuedPasses.Key.Jwk.X}}","y":"{{IssuedPasses.Key.Jwk.Y}}","kid":"{{IssuedPasses.Key.Kid}}","use":"sig","alg":"ES256"}]}
        """;

    private static readonly string Token = PassSigner.Sign(IssuedPasses.Green, IssuedPasses.Key).Api;

    [Fact]
    public async Task The_newer_handler_takes_the_pass_unchanged()
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(Token, Terms(IssuedPasses.Morning));
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(IssuedPasses.Issuer, result.Issuer);
        Assert.Equal(IssuedPasses.Claims(IssuedPasses.Green).GetProperty("vc").GetRawText(), Payload((JsonWebToken)result.SecurityToken));
    }

    [Fact]
    public void The_older_handler_takes_the_pass_unchanged()
    {
        new JwtSecurityTokenHandler().ValidateToken(Token, Terms(IssuedPasses.Morning), out var validated);
        var jwt = Assert.IsType<JwtSecurityToken>(validated);
        Assert.Equal((IssuedPasses.Issuer, IssuedPasses.Key.Kid, "ES256", "health-pass+jwt"), (jwt.Issuer, jwt.Header.Kid, jwt.Header.Alg, jwt.Header.Typ));
        Assert.Equal(ShanghaiDay.At(IssuedPasses.Morning).End.UtcDateTime, jwt.ValidTo);
    }

    [Fact]
    public async Task Both_handlers_refuse_it_at_midnight_and_when_changed()
    {
        var midnight = ShanghaiDay.At(IssuedPasses.Morning).End;
        foreach (var (token, now) in new[] { (Token, midnight), (Token, IssuedPasses.Morning.AddSeconds(-1)), (Changed(), IssuedPasses.Morning) })
        {
            Assert.False((await new JsonWebTokenHandler().ValidateTokenAsync(token, Terms(now))).IsValid);
            Assert.ThrowsAny<SecurityTokenException>(() => new JwtSecurityTokenHandler().ValidateToken(token, Terms(now), out _));
        }

        Assert.True((await new JsonWebTokenHandler().ValidateTokenAsync(Token, Terms(midnight.AddSeconds(-1)))).IsValid);
    }

    [Fact]
    public async Task Every_pass_is_taken()
    {
        foreach (var statement in IssuedPasses.Statements().Where(s => s.Issuer == IssuedPasses.Issuer))
            Assert.True((await new JsonWebTokenHandler().ValidateTokenAsync(PassSigner.Sign(statement, IssuedPasses.Key).Api, Terms(IssuedPasses.Morning))).IsValid);
    }

    // As a partner writes it; the handlers' own clock stands still at the given instant.
    private static TokenValidationParameters Terms(DateTimeOffset now) => new()
    {
        ValidIssuer = IssuedPasses.Issuer,
        IssuerSigningKeys = new JsonWebKeySet(Jwks).GetSigningKeys(),
        ValidAlgorithms = ["ES256"],
        ValidTypes = ["health-pass+jwt"],
        ValidateAudience = false,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (from, until, _, _) => from <= now.UtcDateTime && now.UtcDateTime < until,
    };

    private static string Payload(JsonWebToken token)
    {
        var json = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return System.Text.Json.JsonElement.Parse(Encoding.UTF8.GetBytes(json)).GetProperty("vc").GetRawText();
    }

    private static string Changed()
    {
        var parts = Token.Split('.');
        return $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}";
    }
}
