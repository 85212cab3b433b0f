using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class HubCallTests
{
    private const string Audience = "https://beijing.healthbao.example";
    private const string Target = "POST /v1/status-queries";

    private static readonly SigningKey Hub = MadeUpKeys.Of("hub calls");
    private static readonly VerificationKey HubKey = new(Hub.Jwk);
    private static readonly DateTimeOffset Now = MadeUpRegion.Morning;

    [Fact]
    public void A_call_is_read_for_its_audience_target_and_body()
    {
        var call = Verify(Sign())!;
        Assert.Equal(Now.AddSeconds(30), call.Expires);
        Assert.Equal(32, call.Id.Length);
        Assert.NotEqual(call.Id, Verify(Sign())!.Id);
    }

    [Theory]
    [InlineData("https://tianjin.healthbao.example", Target, "{}")]
    [InlineData("https://beijing.healthbao.example/", Target, "{}")]
    [InlineData(Audience, "POST /v1/changes", "{}")]
    [InlineData(Audience, "GET /v1/status-queries", "{}")]
    [InlineData(Audience, "POST /v1/status-queries?x", "{}")]
    [InlineData(Audience, Target, "{} ")]
    [InlineData(Audience, Target, "")]
    public void A_call_replayed_elsewhere_or_with_another_body_is_refused(string audience, string target, string body) =>
        Assert.Null(HubCall.Verify(Sign(), audience, target, System.Text.Encoding.UTF8.GetBytes(body), HubKey, Now));

    [Theory]
    [InlineData(-30, true)]
    [InlineData(-31, false)]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(3600, false)]
    public void A_call_lives_thirty_seconds(int seconds, bool alive) =>
        Assert.Equal(alive, HubCall.Verify(Sign(), Audience, Target, "{}"u8, HubKey, Now.AddSeconds(seconds)) is not null);

    [Fact]
    public void A_call_is_signed_by_the_hub_as_a_call()
    {
        Assert.Null(HubCall.Verify(Sign(), Audience, Target, "{}"u8, new(MadeUpKeys.Of("another").Jwk), Now));
        Assert.Null(Verify(SignedToken.Sign("JWT", Hub, SignedToken.ReadUnverified(Sign(), 2048)!)));
        Assert.Null(Verify(null));
        Assert.Null(Verify("a.b.c"));
    }

    [Fact]
    public void A_call_with_any_other_claim_is_refused()
    {
        Refused(c => c["exp"] = c["iat"]!.GetValue<long>() + 31);
        Refused(c => c["iat"] = -1);
        Refused(c => c["exp"] = 253402300800);
        Refused(c => c["jti"] = "");
        Refused(c => c["jti"] = new string('x', 65));
        Refused(c => c["more"] = 1);
        Refused(c => c["aud"] = new JsonArray(Audience));
        foreach (var name in new[] { "iss", "aud", "iat", "exp", "jti", "target", "body" }) Refused(c => c.Remove(name));
    }

    private static string Sign() => HubCall.Sign("https://hub.healthbao.example", Audience, Target, "{}"u8, Hub, Now);

    private static HubCall? Verify(string? token) => HubCall.Verify(token, Audience, Target, "{}"u8, HubKey, Now);

    private static void Refused(Action<JsonObject> edit) => Assert.Null(Verify(EditedClaims.Sign(HubCall.Type, Sign(), Hub, edit)));
}
