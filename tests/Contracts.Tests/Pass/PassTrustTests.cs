using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassTrustTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly MadeUpRegion Tianjin = MadeUpRegion.Tianjin;

    [Theory]
    [InlineData("https://hubei.healthbao.example")]
    [InlineData("https://beijing.healthbao.example/")]
    [InlineData("https://Beijing.healthbao.example")]
    [InlineData("http://beijing.healthbao.example")]
    [InlineData("https://beijing.healthbao.example.attacker.example")]
    [InlineData("https://beijing.healthbao.exampl")]
    [InlineData("")]
    public void An_issuer_that_is_not_listed_letter_for_letter_is_not_trusted(string issuer) =>
        Rejected(PassRejection.IssuerNotTrusted, Forged.Api(Forged.ClaimsWith("\"iss\":\"https://beijing.healthbao.example\"", $"\"iss\":\"{issuer}\"")));

    [Theory]
    [InlineData("")]
    [InlineData("\"iss\":null,")]
    [InlineData("\"iss\":7,")]
    [InlineData("\"iss\":[\"https://beijing.healthbao.example\"],")]
    [InlineData("\"Iss\":\"https://beijing.healthbao.example\",")]
    [InlineData("\"x\":{\"iss\":\"https://beijing.healthbao.example\"},")]
    public void Claims_without_an_issuer_are_of_nobody_trusted(string member) =>
        Rejected(PassRejection.IssuerNotTrusted, Forged.Api(Forged.ClaimsWith("\"iss\":\"https://beijing.healthbao.example\",", member)));

    [Fact]
    public void Nobody_is_trusted_without_a_trust_list()
    {
        var terms = Checkpoint.Open.Terms with { Trust = TrustSnapshot.Empty };
        Assert.Equal(PassRejection.IssuerNotTrusted, PassVerifier.Verify(System.Text.Encoding.ASCII.GetBytes(Beijing.Pass.Api), terms).Rejection);
    }

    [Fact]
    public void A_region_cannot_sign_in_another_regions_name()
    {
        // Tianjin's statement, signed by Beijing's key: under Beijing's kid, and under the kid that Tianjin's key would have.
        var claims = System.Text.Encoding.UTF8.GetString(PassClaims.Write(Tianjin.Statement));
        Rejected(PassRejection.UnknownKey, Forged.Api(claims, key: Beijing.DayKey));
        Rejected(PassRejection.BadSignature, Forged.Api(claims, Forged.ApiHeader.Replace(Beijing.DayKey.Kid, Tianjin.DayKey.Kid, StringComparison.Ordinal), Beijing.DayKey));
    }

    [Fact]
    public void A_suspended_issuer_is_told_before_its_key_and_signature()
    {
        var place = Checkpoint.Open with { Participants = [Beijing.Listed with { State = ParticipantState.Suspended, Keys = [] }, Tianjin.Listed] };
        Assert.Equal(PassRejection.IssuerSuspended, place.Verify(Beijing.Pass.Api).Rejection);
        Assert.Equal(PassRejection.IssuerSuspended, place.Verify(Forged.Api(Forged.Claims, key: Tianjin.DayKey)).Rejection);
        Assert.True(place.Verify(Tianjin.Pass.Api).IsSound);
    }

    [Fact]
    public void The_default_state_of_a_participant_is_suspended() => Assert.Equal(ParticipantState.Suspended, default);

    [Fact]
    public void A_key_that_is_no_longer_listed_is_unknown() =>
        Assert.Equal(PassRejection.UnknownKey, (Checkpoint.Open with { Participants = [Beijing.Listed with { Keys = [Tianjin.ListedKey] }] }).Verify(Beijing.Pass.Card).Rejection);

    [Fact]
    public void One_of_several_keys_is_enough()
    {
        var keys = new[] { "20260228", "20260302" }.Select(d => new ListedKey(MadeUpKeys.Of(d).Jwk, MadeUpRegion.Today.Start, MadeUpRegion.Today.End)).Append(Beijing.ListedKey);
        Assert.True((Checkpoint.Open with { Participants = [Beijing.Listed with { Keys = [.. keys] }] }).Verify(Beijing.Pass.Card).IsSound);
    }

    private static void Rejected(PassRejection rejection, string token)
    {
        var verification = Checkpoint.Open.Verify(token);
        Assert.Equal(rejection, verification.Rejection);
        Assert.Null(verification.Statement);
        Assert.Null(verification.Issuer);
    }
}
