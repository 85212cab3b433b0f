using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Jose;

public sealed class EcJwkTests
{
    // RFC 7515, appendix A.3; the thumbprint by RFC 7638 §3.
    private const string X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
    private const string Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";

    private static readonly string Sound = $$"""{"kty":"EC","crv":"P-256","x":"{{X}}","y":"{{Y}}"}""";

    [Fact]
    public void The_key_of_RFC_7515_is_read_and_written()
    {
        var key = Parse(Sound)!;
        Assert.Equal((X, Y), (key.X, key.Y));
        Assert.Equal("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U", key.Thumbprint);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) key.WriteTo(writer);
        Assert.Equal(key, EcJwk.Parse(JsonElement.Parse(stream.ToArray())));
    }

    [Fact]
    public void The_signature_of_RFC_7515_stands_and_its_neighbours_do_not()
    {
        var jws = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"u8;
        var signature = StrictBase64Url.Decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")!;
        var key = new VerificationKey(Parse(Sound)!);
        Assert.True(key.Verify(jws, signature));
        Assert.False(key.Verify(jws[..^1], signature));
        Assert.False(key.Verify(jws, signature.AsSpan(0, 63)));
        Assert.False(key.Verify(jws, []));
        signature[10] ^= 1;
        Assert.False(key.Verify(jws, signature));
    }

    [Fact]
    public void Two_keys_are_equal_when_their_points_are()
    {
        var (one, other) = (Parse(Sound)!, Parse(Sound)!);
        Assert.NotEmpty(one.Thumbprint);
        Assert.Equal(new EcJwk(X, Y), new EcJwk(X, Y));
        Assert.Equal(one, other);
        Assert.Equal(one, new EcJwk(X, Y));
        Assert.Equal(one.GetHashCode(), new EcJwk(X, Y).GetHashCode());
        Assert.NotEqual(one, MadeUpKeys.Of("another").Jwk);
    }

    [Theory]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"ec\"")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":\"OKP\"")]
    [InlineData("\"kty\":\"EC\"", "\"kty\":[\"EC\"]")]
    [InlineData("\"kty\":\"EC\",", "")]
    [InlineData("\"crv\":\"P-256\"", "\"crv\":\"P-384\"")]
    [InlineData("\"crv\":\"P-256\"", "\"crv\":\"secp256k1\"")]
    [InlineData("\"crv\":\"P-256\"", "\"crv\":null")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a4")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0=")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "AMfxRM0bvZt-hyzf7bnuufSzaV1uqQskrYpGIyiFiOWt")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5Q")]
    [InlineData("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0", "\\ud800")]
    [InlineData("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "_____wAAAAEAAAAAAAAAAAAAAAD_______________9")]
    [InlineData("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "")]
    [InlineData("\"kty\":", "\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\",\"kty\":")]
    [InlineData("\"kty\":", "\"d\":null,\"kty\":")]
    [InlineData("\"kty\":", "\"use\":\"enc\",\"kty\":")]
    [InlineData("\"kty\":", "\"use\":7,\"kty\":")]
    [InlineData("\"kty\":", "\"use\":null,\"kty\":")]
    [InlineData("\"kty\":", "\"alg\":\"ES384\",\"kty\":")]
    [InlineData("\"kty\":", "\"alg\":\"none\",\"kty\":")]
    [InlineData("\"kty\":", "\"alg\":[\"ES256\"],\"kty\":")]
    [InlineData("\"kty\":", "\"kid\":\"another\",\"kty\":")]
    [InlineData("\"kty\":", "\"kid\":7,\"kty\":")]
    [InlineData("\"kty\":", "\"kid\":\"\\ud800\",\"kty\":")]
    [InlineData("\"kty\":", "\"key_ops\":[\"sign\"],\"kty\":")]
    [InlineData("\"kty\":", "\"key_ops\":\"verify\",\"kty\":")]
    public void Any_other_key_is_refused(string sound, string faulty)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        Assert.Null(Parse(Sound.Replace(sound, faulty, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"EC\"")]
    [InlineData("{}")]
    public void What_is_no_JWK_is_refused(string json) => Assert.Null(Parse(json));

    [Fact]
    public void A_key_with_its_use_algorithm_operations_and_thumbprint_is_read() =>
        Assert.NotNull(Parse(Sound[..^1] + ",\"use\":\"sig\",\"alg\":\"ES256\",\"key_ops\":[\"verify\"],\"kid\":\"oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U\",\"crlVersion\":3}"));

    private static EcJwk? Parse(string json) => EcJwk.Parse(JsonElement.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
}
