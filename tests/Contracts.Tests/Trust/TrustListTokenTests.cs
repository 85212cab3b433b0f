using System.Text.Json.Nodes;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class TrustListTokenTests
{
    private static readonly SigningKey Anchor = MadeUpKeys.Of("trust anchor");
    private static readonly TrustList List = new(
        "https://hub.healthbao.example", MadeUpRegion.Morning, MadeUpRegion.Morning.AddDays(1), 1772326800000,
        [MadeUpRegion.Beijing.Listed with { CityCodeSystems = ["chaoyang"], Names = new("北京市", "Beijing") }, MadeUpRegion.Tianjin.Listed with { State = ParticipantState.Suspended }]);

    [Fact]
    public void A_list_is_signed_and_read_back()
    {
        var read = Read(TrustListToken.Sign(List, Anchor))!;
        Assert.Equal((List.Issuer, List.IssuedAt, List.Expires, List.Sequence), (read.Issuer, read.IssuedAt, read.Expires, read.Sequence));
        Assert.Equivalent(List.Participants, read.Participants, strict: true);
    }

    [Fact]
    public void Only_the_pinned_anchor_signs_a_list()
    {
        Assert.Null(Read(TrustListToken.Sign(List, MadeUpKeys.Of("another anchor"))));
        Assert.Null(Read(EditedClaims.Sign("key-statement+jwt", TrustListToken.Sign(List, Anchor), Anchor, _ => { })));
        Assert.Null(Read(null));
        Assert.Null(Read("a.b.c"));
    }

    [Fact]
    public void A_key_an_issuer_or_a_region_stands_once_in_the_whole_list()
    {
        var (beijing, tianjin) = (MadeUpRegion.Beijing.Listed, MadeUpRegion.Tianjin.Listed);
        foreach (var participants in new ListedParticipant[][]
        {
            [beijing with { Keys = [MadeUpRegion.Beijing.ListedKey, MadeUpRegion.Beijing.ListedKey with { Expires = MadeUpRegion.Today.Next.End }] }],
            [beijing, tianjin with { Keys = beijing.Keys }],
            [beijing, tianjin with { Issuer = beijing.Issuer }],
            [beijing, tianjin with { Region = beijing.Region }],
        })
            Assert.Null(Read(TrustListToken.Sign(List with { Participants = participants }, Anchor)));
    }

    [Fact]
    public void Members_are_known_there_and_of_their_type()
    {
        foreach (var name in new[] { "iss", "iat", "exp", "sequence", "participants" })
        {
            Refused(c => c.Remove(name));
            Refused(c => c[name] = null);
            Refused(c => c[name] = new JsonObject());
        }

        foreach (var name in First(JsonNode.Parse(SignedToken.ReadUnverified(TrustListToken.Sign(List, Anchor), 65536)!)!.AsObject()).Select(m => m.Key).ToArray())
        {
            Refused(c => First(c).Remove(name));
            Refused(c => First(c)[name] = null);
            Refused(c => First(c)[name] = 7);
            Refused(c =>
            {
                var value = First(c)[name]!.DeepClone();
                First(c).Remove(name);
                First(c)[char.ToUpperInvariant(name[0]) + name[1..]] = value;
            });
        }

        Refused(c => c["more"] = 1);
        Refused(c => First(c)["more"] = 1);
        Refused(c => c["participants"] = new JsonArray(null, null));
        Refused(c => First(c)["nativeCodePrefixes"] = new JsonArray([null]));
        Refused(c => First(c)["cityCodeSystems"] = new JsonArray([null]));
        Refused(c => c["iat"] = -1);
        Refused(c => c["exp"] = 253402300800);
        Refused(c => First(c)["keys"]![0]!.AsObject()["d"] = "AA");
        Refused(c => First(c)["keys"]![0]!.AsObject()["y"] = First(c)["keys"]![0]!["x"]!.DeepClone());
        Refused(c => First(c)["keys"]![0]!.AsObject()["exp"] = 0);
        Refused(c => First(c)["keys"]![0]!.AsObject().Remove("nbf"));
        Refused(c => First(c)["keys"] = new JsonArray([null]));
    }

    [Theory]
    [InlineData("Active")]
    [InlineData("ACTIVE")]
    [InlineData(" active")]
    [InlineData("suspended, active")]
    [InlineData("active,suspended")]
    [InlineData("retired")]
    [InlineData("1")]
    [InlineData("")]
    public void A_state_is_one_of_the_two_letter_for_letter(string state)
    {
        Refused(c => First(c)["state"] = state);
        Refused(c => First(c)["state"] = 1);
    }

    [Fact]
    public void A_snapshot_takes_over_the_keys_that_it_knew()
    {
        var before = TrustSnapshot.Compile(List, new Dictionary<string, ConceptMap>());
        var after = TrustSnapshot.Compile(List, new Dictionary<string, ConceptMap>(), before);
        var kid = MadeUpRegion.Beijing.DayKey.Kid;
        Assert.Same(before.FindRegion("110000")!.FindKey(kid)!.Key, after.FindRegion("110000")!.FindKey(kid)!.Key);
        Assert.Equal(2, after.Issuers.Count());
        Assert.Null(after.Find("https://hubei.healthbao.example"));
        Assert.Equal("110000", after.FindByNativeCode("beijing:xyz")!.Listed.Region);
        Assert.Null(after.FindByNativeCode("hubei:xyz"));
        Assert.True(after.FindRegion("110000")!.IsCityScope(FhirSystems.Native("chaoyang")));
        Assert.False(after.FindRegion("110000")!.IsCityScope(FhirSystems.Native("beijing")));
    }

    private static TrustList? Read(string? token) => TrustListToken.Read(token, new(Anchor.Jwk));

    private static void Refused(Action<JsonObject> edit) => Assert.Null(Read(EditedClaims.Sign(TrustListToken.Type, TrustListToken.Sign(List, Anchor), Anchor, edit)));

    private static JsonObject First(JsonObject claims) => claims["participants"]![0]!.AsObject();
}
