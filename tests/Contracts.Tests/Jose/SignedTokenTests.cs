using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Jose;

public sealed class SignedTokenTests
{
    private static readonly SigningKey Key = MadeUpKeys.Of("signed tokens");

    [Fact]
    public void Claims_come_back_byte_for_byte()
    {
        var token = SignedToken.Sign("test+jwt", Key, "{ \"a\" : \"张\" }"u8);
        Assert.Equal("{ \"a\" : \"张\" }", Encoding.UTF8.GetString(Verify(token)!));
        Assert.Equal("{ \"a\" : \"张\" }", Encoding.UTF8.GetString(SignedToken.ReadUnverified(token, 4096)!));
    }

    [Fact]
    public void A_token_of_another_type_key_or_size_is_refused()
    {
        var token = SignedToken.Sign("test+jwt", Key, "{}"u8);
        Assert.NotNull(Verify(token));
        Assert.Null(SignedToken.Verify(token, "text+jwt", KeyOf, 4096));
        Assert.Null(SignedToken.Verify(token, "test+jwt", _ => null, 4096));
        Assert.Null(SignedToken.Verify(token, "test+jwt", _ => new(MadeUpKeys.Of("another").Jwk), 4096));
        Assert.Null(SignedToken.Verify(token, "test+jwt", KeyOf, token.Length - 1));
        Assert.NotNull(SignedToken.Verify(token, "test+jwt", KeyOf, token.Length));
        Assert.Null(Verify(null));
    }

    [Fact]
    public void The_key_is_not_looked_up_for_a_token_of_another_type()
    {
        var asked = false;
        Assert.Null(SignedToken.Verify(SignedToken.Sign("other+jwt", Key, "{}"u8), "test+jwt", _ => { asked = true; return new(Key.Jwk); }, 4096));
        Assert.False(asked);
    }

    [Theory]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{} ")]
    [InlineData("[]")]
    [InlineData("{\"a\":[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]}")]
    [InlineData("{\"a\":\"\\ud842\"}")]
    public void Claims_that_are_not_strict_JSON_are_refused_though_signed(string claims) => Assert.Null(Verify(SignedToken.Sign("test+jwt", Key, Encoding.UTF8.GetBytes(claims))));

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"test+jwt"}""")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"test+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"test+jwt","crit":["exp"]}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"test+jwt","jwk":{}}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"test+jwt","zip":"DEF"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","typ":"test+jwt"}""")]
    public void Any_other_header_is_refused_though_signed(string header) =>
        Assert.Null(Verify(Forged.Token(Forged.Text(header.Replace("KID", Key.Kid, StringComparison.Ordinal)), Forged.Text("{}"), Key)));

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("张.三.四")]
    [InlineData("\ud842.\ud842.\ud842")]
    [InlineData("eyJ9.e31.AA")]
    public void A_text_of_any_kind_is_refused_without_an_exception(string text)
    {
        Assert.Null(Verify(text));
        Assert.Null(SignedToken.ReadUnverified(text, 4096));
    }

    [Fact]
    public void A_key_that_was_disposed_of_signs_no_more()
    {
        var key = MadeUpKeys.Of("disposed");
        var kid = key.Kid;
        key.Dispose();
        Assert.Equal(kid, key.Kid);
        Assert.Throws<ObjectDisposedException>(() => SignedToken.Sign("test+jwt", key, "{}"u8));
    }

    [Fact]
    public void A_key_is_kept_and_read_back_and_another_curve_is_refused()
    {
        using var key = SigningKey.Create();
        using var copy = SigningKey.FromPkcs8(key.ToPkcs8());
        Assert.Equal(key.Jwk, copy.Jwk);
        Assert.Equal(32, StrictBase64Url.Decode(key.ExportPrivateScalar())!.Length);
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => SigningKey.FromPkcs8(other.ExportPkcs8PrivateKey()));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => SigningKey.FromPkcs8([1, 2, 3]));
    }

    private static byte[]? Verify(string? token) => SignedToken.Verify(token, "test+jwt", KeyOf, 4096);

    private static VerificationKey? KeyOf(string kid) => kid == Key.Kid ? new(Key.Jwk) : null;
}
