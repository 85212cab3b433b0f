using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class ParticipantRequestTests
{
    internal const string Map = """
        {"resourceType":"ConceptMap","url":"https://healthbao.example/fhir/ConceptMap/beijing","version":"1","status":"active",
         "group":[{"source":"https://healthbao.example/fhir/CodeSystem/beijing","target":"https://healthbao.example/fhir/CodeSystem/health-status",
          "element":[{"code":"0","display":"未见异常","target":[{"code":"no-abnormality","equivalence":"equal"}]}]}]}
        """;

    private static readonly SigningKey Key = MadeUpRegion.Beijing.EnrolmentKey;
    private static readonly Participant Beijing = new()
    {
        Region = "110000",
        Names = new("北京市", "Beijing"),
        Issuer = MadeUpRegion.Beijing.Issuer,
        CodeSystems = ["beijing"],
        NativeCodePrefixes = ["BJJKB:"],
        Telephone = "010-12345",
        Contact = "mailto:ops@beijing.healthbao.example",
    };

    [Fact]
    public void A_request_is_read_when_the_key_inside_signed_it()
    {
        var request = ParticipantRequest.Verify(Sign(), MadeUpRegion.Morning, out var fault)!;
        Assert.Null(fault);
        Assert.Equal(Key.Jwk, request.EnrolmentKey);
        Assert.Equal(Map, request.MapJson);
        Assert.Equal(("110000", "1"), (request.Participant.Region, request.Map.Version));
        Assert.Equal(new Uri("https://adapter.beijing.example/"), request.AdapterAddress);
    }

    [Fact]
    public void A_request_for_anothers_key_is_refused()
    {
        Refused("not signed", MadeUpKeys.Of("a thief's"), _ => { });
        Refused("not signed", Key, c => c["enrolmentKey"] = JsonNode.Parse($$"""{"kty":"EC","crv":"P-256","x":"{{MadeUpRegion.Tianjin.EnrolmentKey.Jwk.X}}","y":"{{MadeUpRegion.Tianjin.EnrolmentKey.Jwk.Y}}"}"""));
        Refused("not a P-256 key", Key, c => c["enrolmentKey"]!["y"] = c["enrolmentKey"]!["x"]!.DeepClone());
        Refused("not a P-256 key", Key, c => c["enrolmentKey"]!["d"] = Key.ExportPrivateScalar());
        Refused("not a P-256 key", Key, c => c["enrolmentKey"] = "x");
        Assert.Null(ParticipantRequest.Verify(EditedClaims.Sign("key-statement+jwt", Sign(), Key, _ => { }), MadeUpRegion.Morning, out _));
    }

    [Fact]
    public void A_request_is_alive_for_ten_minutes_at_most()
    {
        Refused("not valid now", Key, c => c["exp"] = c["iat"]!.GetValue<long>() + 601);
        Refused("not valid now", Key, c => (c["iat"], c["exp"]) = (1772326800 - 600, 1772326800));
        Refused("not valid now", Key, c => c["iat"] = 1772326861);
        Refused("not valid now", Key, c => c["iat"] = -1);
        Refused("not valid now", Key, c => c["exp"] = 253402300800);
        Refused("not valid now", Key, c => (c["iat"], c["exp"]) = (-1, long.MaxValue));
    }

    [Fact]
    public void A_request_with_a_fault_says_which()
    {
        Refused("iss is not", Key, c => c["iss"] = "https://tianjin.healthbao.example");
        Refused("adapterAddress", Key, c => c["adapterAddress"] = "/relative");
        Refused("adapterAddress", Key, c => c["adapterAddress"] = "file:///etc/passwd");
        Refused("Not a concept map", Key, c => c["conceptMap"] = "{}");
        Refused("Not a concept map", Key, c => c["conceptMap"] = "");
        Refused("Not a participant", Key, c => c["participant"] = "x");
        Refused("Not a participant", Key, c => c["participant"]!["more"] = 1);
        Refused("Not a participant", Key, c => c["participant"]!.AsObject().Remove("issuer"));
        Refused("", Key, c => c["participant"]!["region"] = "11");
        Refused("", Key, c => c["participant"]!["nativeCodePrefixes"] = new JsonArray([null]));
        Refused("", Key, c => c["participant"]!["nativeCodePrefixes"] = new JsonArray(""));
        Refused("", Key, c => c["participant"]!["codeSystems"] = new JsonArray([null]));
        Refused("not a participant request", Key, c => c["more"] = 1);
        Refused("not a participant request", Key, c => c.Remove("iat"));
    }

    [Fact]
    public void What_is_no_token_is_refused()
    {
        foreach (var token in new[] { null, "", "a.b.c", MadeUpRegion.Beijing.Pass.Api })
        {
            Assert.Null(ParticipantRequest.Verify(token, MadeUpRegion.Morning, out var fault));
            Assert.NotNull(fault);
        }
    }

    [Fact]
    public void A_concept_map_is_signed_and_read_and_a_false_one_is_refused()
    {
        var key = new VerificationKey(Key.Jwk);
        var token = ConceptMapToken.Sign(Beijing.Issuer, Map, Key, MadeUpRegion.Morning);
        Assert.Single(ConceptMapToken.Verify(token, Beijing.Issuer, key)!.Translations);
        Assert.Null(ConceptMapToken.Verify(token, MadeUpRegion.Tianjin.Issuer, key));
        Assert.Null(ConceptMapToken.Verify(token, Beijing.Issuer, new(MadeUpRegion.Tianjin.EnrolmentKey.Jwk)));
        Assert.Null(ConceptMapToken.Verify(null, Beijing.Issuer, key));
        foreach (var edit in new Action<JsonObject>[]
        {
            c => c["conceptMap"] = Map.Replace("未见异常", "正常", StringComparison.Ordinal), c => c["sha256"] = "", c => c["conceptMap"] = "{}", c => c["conceptMap"] = "x", c => c["more"] = 1,
            c => c["version"] = "2",
        })
            Assert.Null(ConceptMapToken.Verify(EditedClaims.Sign(ConceptMapToken.Type, token, Key, edit), Beijing.Issuer, key));
    }

    private static string Sign() => ParticipantRequest.Sign(Beijing, Map, new("https://adapter.beijing.example/"), Key, MadeUpRegion.Morning);

    private static void Refused(string expected, SigningKey key, Action<JsonObject> edit)
    {
        Assert.Null(ParticipantRequest.Verify(EditedClaims.Sign(ParticipantRequest.Type, Sign(), key, edit), MadeUpRegion.Morning, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }
}
