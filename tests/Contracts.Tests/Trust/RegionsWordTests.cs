using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

/// <summary>The short words that a region signs with its enrolment key: a key's suspension, a policy, another enrolment key.</summary>
public sealed class RegionsWordTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;
    private static readonly VerificationKey Key = new(Beijing.EnrolmentKey.Jwk);
    private static readonly SigningKey Next = MadeUpKeys.Of("beijing next enrolment");
    private static readonly DateTimeOffset Now = MadeUpRegion.Morning;

    public static TheoryData<string> Kinds => [KeySuspension.Type, PolicyRequest.Type, EnrolmentKeyReplacement.Type];

    [Fact]
    public void What_is_signed_is_read_back()
    {
        Assert.Equal(("110000", "some-kid"), KeySuspension.Verify(Sign(KeySuspension.Type), Beijing.Issuer, "110000", Key, Now) is { } s ? (s.Region, s.Kid) : default);
        Assert.Equal(("110000", "{}"), PolicyRequest.Verify(Sign(PolicyRequest.Type), Beijing.Issuer, "110000", Key, Now) is { } p ? (p.Destination, p.PolicyJson) : default);
        Assert.Equal(("110000", Next.Jwk), EnrolmentKeyReplacement.Verify(Sign(EnrolmentKeyReplacement.Type), Beijing.Issuer, "110000", Key, Now) is { } r ? (r.Region, r.EnrolmentKey) : default);
        Assert.Equal("110000", KeySuspension.ClaimedRegion(Sign(KeySuspension.Type)));
        Assert.Equal("110000", PolicyRequest.ClaimedDestination(Sign(PolicyRequest.Type)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_speaks_for_its_own_region_by_its_own_key_and_for_ten_minutes_at_most(string type)
    {
        var token = Sign(type);
        Assert.NotNull(Verify(type, token));
        Assert.Null(Verify(type, token, region: "120000"));
        Assert.Null(Verify(type, token, issuer: MadeUpRegion.Tianjin.Issuer));
        Assert.Null(Verify(type, token, key: new(MadeUpRegion.Tianjin.EnrolmentKey.Jwk)));
        Assert.Null(Verify(type, token, now: Now.AddMinutes(5)));
        Assert.Null(Verify(type, token, now: Now.AddSeconds(-61)));
        Assert.NotNull(Verify(type, token, now: Now.AddSeconds(-60)));
        Assert.Null(Edited(type, c => c["exp"] = c["iat"]!.GetValue<long>() + 601));
        Assert.NotNull(Edited(type, c => c["exp"] = c["iat"]!.GetValue<long>() + 600));
        Assert.Null(Verify(type, EditedClaims.Sign(KeyStatement.Type, token, Beijing.EnrolmentKey, _ => { })));
        Assert.Null(Verify(type, null));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_members_are_known_there_and_of_their_type(string type)
    {
        foreach (var name in JsonNode.Parse(SignedToken.ReadUnverified(Sign(type), 8192)!)!.AsObject().Select(m => m.Key))
        {
            Assert.Null(Edited(type, c => c.Remove(name)));
            Assert.Null(Edited(type, c => c[name] = null));
            Assert.Null(Edited(type, c => c[name] = new JsonArray()));
        }

        Assert.Null(Edited(type, c => c["more"] = 1));
        Assert.Null(Edited(type, c => c["jti"] = ""));
        Assert.Null(Edited(type, c => c["jti"] = new string('x', 65)));
    }

    [Fact]
    public void A_new_enrolment_key_brings_the_proof_of_its_private_half()
    {
        var other = EnrolmentKeyReplacement.Sign(Beijing.Issuer, "110000", Beijing.EnrolmentKey, MadeUpKeys.Of("yet another"), Now);
        var claims = JsonNode.Parse(SignedToken.ReadUnverified(other, 8192)!)!;
        Assert.Null(Edited(EnrolmentKeyReplacement.Type, c => c["proof"] = claims["proof"]!.DeepClone()));
        Assert.Null(Edited(EnrolmentKeyReplacement.Type, c => c["enrolmentKey"] = claims["enrolmentKey"]!.DeepClone()));
        Assert.Null(Edited(EnrolmentKeyReplacement.Type, c => c["proof"] = ""));
    }

    [Fact]
    public void A_key_statement_cannot_state_a_suspended_key()
    {
        var statement = KeyStatement.Sign(Beijing.Issuer, "110000", [(MadeUpRegion.Today, Beijing.DayKey)], Beijing.EnrolmentKey, Now);
        var edited = EditedClaims.Sign(KeyStatement.Type, statement, Beijing.EnrolmentKey, c => c["keys"]![0]!["state"] = "suspended");
        Assert.Null(KeyStatement.Verify(edited, Beijing.Issuer, "110000", Key, Now));
    }

    private static string Sign(string type) => type switch
    {
        KeySuspension.Type => KeySuspension.Sign(Beijing.Issuer, "110000", "some-kid", Beijing.EnrolmentKey, Now),
        PolicyRequest.Type => PolicyRequest.Sign(Beijing.Issuer, "110000", "{}", Beijing.EnrolmentKey, Now),
        _ => EnrolmentKeyReplacement.Sign(Beijing.Issuer, "110000", Beijing.EnrolmentKey, Next, Now),
    };

    private static object? Verify(string type, string? token, string? issuer = null, string region = "110000", VerificationKey? key = null, DateTimeOffset? now = null) => type switch
    {
        KeySuspension.Type => KeySuspension.Verify(token, issuer ?? Beijing.Issuer, region, key ?? Key, now ?? Now),
        PolicyRequest.Type => PolicyRequest.Verify(token, issuer ?? Beijing.Issuer, region, key ?? Key, now ?? Now),
        _ => EnrolmentKeyReplacement.Verify(token, issuer ?? Beijing.Issuer, region, key ?? Key, now ?? Now),
    };

    private static object? Edited(string type, Action<JsonObject> edit) => Verify(type, EditedClaims.Sign(type, Sign(type), Beijing.EnrolmentKey, edit));
}
