using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassHeaderTests
{
    private static readonly string Kid = Forged.Region.DayKey.Kid;

    public static TheoryData<string> Refused() => new(
        "\"crit\":[\"exp\"]", "\"crit\":[]", "\"jwk\":{}", "\"jku\":\"https://attacker.example/jwks\"", "\"x5u\":\"https://attacker.example/x\"", "\"x5c\":[\"MIIB\"]",
        "\"x5t\":\"AA\"", "\"x5t#S256\":\"AA\"", "\"b64\":false", "\"cty\":\"JWT\"", "\"nonce\":\"1\"", "\"iss\":\"x\"", "\"\":\"x\"", "\"Alg\":\"ES256\"",
        "\"alg\":\"ES256\"", "\"\\u0061lg\":\"ES256\"", "\"kid\":\"x\"", "\"typ\":\"health-pass+jwt\"", "\"zip\":\"DEF\"", "\"zip\":null", "\"crit\":null");

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_header_with_any_other_or_a_second_member_is_malformed(string member)
    {
        AssertMalformed(Forged.ApiHeader[..^1] + "," + member + "}", card: false);
        AssertMalformed("{" + member + "," + Forged.ApiHeader[1..], card: false);
        if (!member.StartsWith("\"typ", StringComparison.Ordinal)) AssertMalformed(Forged.CardHeader[..^1] + "," + member + "}", card: true);
    }

    [Theory]
    [InlineData("""{"alg":"ES256","typ":"health-pass+jwt"}""")]
    [InlineData("""{"kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"JWT"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"Health-Pass+JWT"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"application/health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"status-answer+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","zip":"def"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","zip":"GZIP"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","zip":"DEF","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":7,"kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":null,"kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":["ES256"],"kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"","kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":7,"typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"\ud800","typ":"health-pass+jwt"}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"health-pass+jwt",}""")]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"health-pass+jwt"} """)]
    [InlineData("""{"alg":"ES256","kid":"KID","typ":"health-pass+jwt"}{}""")]
    [InlineData("""[{"alg":"ES256","kid":"KID","typ":"health-pass+jwt"}]""")]
    [InlineData("""/**/{"alg":"ES256","kid":"KID","typ":"health-pass+jwt"}""")]
    [InlineData("\uFEFF{\"alg\":\"ES256\",\"kid\":\"KID\",\"typ\":\"health-pass+jwt\"}")]
    [InlineData("null")]
    [InlineData("\"ES256\"")]
    [InlineData("{}")]
    public void A_header_that_is_not_exactly_one_of_the_two_is_malformed(string header)
    {
        AssertMalformed(header.Replace("KID", Kid, StringComparison.Ordinal), card: false);
        AssertMalformed(header.Replace("KID", Kid, StringComparison.Ordinal), card: true);
    }

    [Fact]
    public void A_header_of_the_largest_size_is_read_and_one_byte_more_is_not()
    {
        var padding = new string(' ', 512 - Forged.ApiHeader.Length);
        Assert.True(Checkpoint.Open.Verify(Forged.Api(Forged.Claims, "{" + padding + Forged.ApiHeader[1..])).IsSound);
        AssertMalformed("{ " + padding + Forged.ApiHeader[1..], card: false);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("es256")]
    [InlineData("ES256 ")]
    [InlineData("ES384")]
    [InlineData("ES256K")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("EdDSA")]
    [InlineData("SM2")]
    public void Any_other_algorithm_is_unsupported_whatever_the_signature(string algorithm)
    {
        foreach (var token in new[]
        {
            Forged.Api(Forged.Claims, Forged.ApiHeader.Replace("ES256", algorithm, StringComparison.Ordinal)),
            Forged.Card(Forged.Claims, Forged.CardHeader.Replace("ES256", algorithm, StringComparison.Ordinal)),
        })
            Assert.Equal(PassRejection.UnsupportedAlgorithm, Checkpoint.Open.Verify(token).Rejection);
    }

    [Fact]
    public void A_header_of_one_rendition_does_not_open_the_other()
    {
        Assert.Equal(PassRejection.Malformed, Checkpoint.Open.Verify(Forged.Api(Forged.Claims, Forged.CardHeader)).Rejection);
        Assert.Equal(PassRejection.Malformed, Checkpoint.Open.Verify(Forged.Card(Forged.Claims, Forged.ApiHeader)).Rejection);
    }

    private static void AssertMalformed(string header, bool card)
    {
        var verification = Checkpoint.Open.Verify(card ? Forged.Card(Forged.Claims, header) : Forged.Api(Forged.Claims, header));
        Assert.Equal((PassRejection.Malformed, PassChecks.Size), (verification.Rejection, verification.Checked));
        Assert.Null(verification.Statement);
    }
}
