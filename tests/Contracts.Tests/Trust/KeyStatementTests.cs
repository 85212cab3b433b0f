using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class KeyStatementTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly VerificationKey EnrolmentKey = new(Beijing.EnrolmentKey.Jwk);
    private static readonly SigningKey Tomorrow = MadeUpKeys.Of("beijing 20260302");

    [Fact]
    public void Keys_of_today_and_tomorrow_are_stated_and_read()
    {
        var statement = Verify(Sign())!;
        Assert.Equal((Beijing.Issuer, "110000"), (statement.Issuer, statement.Region));
        Assert.Equal([Beijing.DayKey.Jwk, Tomorrow.Jwk], statement.Keys.Select(k => k.Jwk));
        Assert.Equal([MadeUpRegion.Today.Start, MadeUpRegion.Today.Next.Start], statement.Keys.Select(k => k.NotBefore));
        Assert.Equal("110000", KeyStatement.ClaimedRegion(Sign()));
        Assert.NotEqual(statement.Id, Verify(Sign())!.Id);
    }

    [Fact]
    public void A_statement_speaks_for_its_own_region_and_issuer_only()
    {
        var token = Sign();
        Assert.Null(KeyStatement.Verify(token, Beijing.Issuer, "120000", EnrolmentKey, MadeUpRegion.Morning));
        Assert.Null(KeyStatement.Verify(token, MadeUpRegion.Tianjin.Issuer, "110000", EnrolmentKey, MadeUpRegion.Morning));
        Assert.Null(KeyStatement.Verify(token, Beijing.Issuer, "110000", new(MadeUpRegion.Tianjin.EnrolmentKey.Jwk), MadeUpRegion.Morning));
        var tianjin = KeyStatement.Sign(MadeUpRegion.Tianjin.Issuer, "120000", [(MadeUpRegion.Today, Beijing.DayKey)], Beijing.EnrolmentKey, MadeUpRegion.Morning);
        Assert.Null(KeyStatement.Verify(tianjin, MadeUpRegion.Tianjin.Issuer, "120000", new(MadeUpRegion.Tianjin.EnrolmentKey.Jwk), MadeUpRegion.Morning));
    }

    [Fact]
    public void Another_regions_proof_does_not_stand_for_the_same_key() =>
        Refused(claims => FirstKey(claims)["proof"] = DayKeyProof.Make(Beijing.DayKey, "120000", MadeUpRegion.Today));

    [Fact]
    public void A_proof_is_of_that_day_and_key()
    {
        Refused(claims => FirstKey(claims)["proof"] = DayKeyProof.Make(Beijing.DayKey, "110000", MadeUpRegion.Today.Next));
        Refused(claims => FirstKey(claims)["proof"] = DayKeyProof.Make(Tomorrow, "110000", MadeUpRegion.Today));
        Refused(claims => FirstKey(claims)["proof"] = "");
        Refused(claims => FirstKey(claims)["proof"] = 7);
        Refused(claims => FirstKey(claims).Remove("proof"));
    }

    [Fact]
    public void A_key_serves_one_whole_Beijing_day()
    {
        var day = MadeUpRegion.Today;
        foreach (var (from, until) in new[]
        {
            (day.Start.AddSeconds(1), day.End), (day.Start, day.End.AddSeconds(-1)), (day.Start, day.Next.End), (day.Previous.Start, day.End), (day.End, day.Start),
        })
            Refused(claims => (FirstKey(claims)["nbf"], FirstKey(claims)["exp"]) = (from.ToUnixTimeSeconds(), until.ToUnixTimeSeconds()));
        foreach (var seconds in new[] { 253402300799, 253402185600, -1, long.MaxValue, 0 })
            Refused(claims => (FirstKey(claims)["nbf"], FirstKey(claims)["exp"]) = (seconds, seconds == long.MaxValue ? seconds : seconds + 86_400));
        Refused(claims => (FirstKey(claims)["nbf"], FirstKey(claims)["exp"]) = (253402271999, 253402300799));
    }

    [Theory]
    [InlineData(-61, 239)]
    [InlineData(0, 601)]
    [InlineData(301, 300)]
    [InlineData(-62135596801, 300)]
    public void A_statement_that_is_early_over_or_long_lived_is_refused(long lateBy, long life)
    {
        Refused(claims => claims["exp"] = claims["iat"]!.GetValue<long>() + life, MadeUpRegion.Morning.AddSeconds(Math.Max(lateBy, -300)));
    }

    [Fact]
    public void A_statement_lives_at_most_ten_minutes_and_begins_at_most_a_minute_ahead()
    {
        Assert.NotNull(Edited(claims => claims["exp"] = claims["iat"]!.GetValue<long>() + 600, MadeUpRegion.Morning));
        Assert.NotNull(Edited(_ => { }, MadeUpRegion.Morning.AddSeconds(-60)));
        Assert.Null(Edited(_ => { }, MadeUpRegion.Morning.AddSeconds(-61)));
        Assert.NotNull(Edited(_ => { }, MadeUpRegion.Morning.AddSeconds(299)));
        Assert.Null(Edited(_ => { }, MadeUpRegion.Morning.AddSeconds(300)));
        Refused(claims => claims["iat"] = -1);
        Refused(claims => claims["exp"] = 253402300800);
    }

    [Fact]
    public void Members_are_known_there_and_of_their_type()
    {
        foreach (var name in new[] { "iss", "iat", "exp", "jti", "region", "keys" })
        {
            Refused(claims => claims.Remove(name));
            Refused(claims => claims[name] = null);
            Refused(claims => claims[name] = new JsonObject());
            Refused(claims =>
            {
                var value = claims[name]!.DeepClone();
                claims.Remove(name);
                claims[name.ToUpperInvariant()] = value;
            });
        }

        Refused(claims => claims["more"] = 1);
        Refused(claims => claims["iat"] = claims["iat"]!.ToString());
        Refused(claims => claims["jti"] = "");
        Refused(claims => claims["jti"] = new string('x', 65));
        Refused(claims => claims["keys"] = new JsonArray());
        Refused(claims => claims["keys"] = new JsonArray(null, null));
        Refused(claims => claims["keys"] = new JsonArray([.. Enumerable.Range(0, 9).Select(_ => FirstKey(claims).DeepClone())]));
    }

    [Fact]
    public void A_token_of_another_type_is_no_statement()
    {
        var claims = SignedToken.ReadUnverified(Sign(), KeyStatement.MaxBytes)!;
        Assert.Null(Verify(SignedToken.Sign("participant-request+jwt", Beijing.EnrolmentKey, claims)));
        Assert.NotNull(Verify(SignedToken.Sign(KeyStatement.Type, Beijing.EnrolmentKey, claims)));
        Assert.Null(Verify(Beijing.Pass.Api));
        Assert.Null(Verify(null));
        Assert.Null(KeyStatement.ClaimedRegion("x"));
    }

    private static string Sign() => KeyStatement.Sign(
        Beijing.Issuer, "110000", [(MadeUpRegion.Today, Beijing.DayKey), (MadeUpRegion.Today.Next, Tomorrow)], Beijing.EnrolmentKey, MadeUpRegion.Morning);

    private static KeyStatement? Verify(string? token) => KeyStatement.Verify(token, Beijing.Issuer, "110000", EnrolmentKey, MadeUpRegion.Morning);

    private static void Refused(Action<JsonObject> edit, DateTimeOffset? now = null) => Assert.Null(Edited(edit, now ?? MadeUpRegion.Morning));

    private static KeyStatement? Edited(Action<JsonObject> edit, DateTimeOffset now) => KeyStatement.Verify(
        EditedClaims.Sign(KeyStatement.Type, Sign(), Beijing.EnrolmentKey, edit), Beijing.Issuer, "110000", EnrolmentKey, now);

    private static JsonObject FirstKey(JsonObject claims) => claims["keys"]![0]!.AsObject();
}
