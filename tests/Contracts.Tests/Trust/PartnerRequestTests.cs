using System.Text.Json;
using System.Text.Json.Nodes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Tests.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class PartnerRequestTests
{
    private const string Hub = "https://hub.healthbao.example";
    private static readonly SigningKey Key = MadeUpKeys.Of("gate");
    private static readonly SigningKey Further = MadeUpKeys.Of("gate's next");
    private static readonly SigningKey Thief = MadeUpKeys.Of("a thief's");

    [Fact]
    public void A_request_is_read_when_its_own_key_signed_it_and_every_further_key_is_proven()
    {
        var request = PartnerRequest.Verify(Sign(Key, Further), Hub, null, MadeUpRegion.Morning, out var fault)!;
        Assert.Null(fault);
        Assert.Equal(("tianjin-gate", "120000", "022-12345"), (request.ClientId, request.Region, request.Contact));
        Assert.Equal(["verify", "query"], request.Scopes);
        Assert.Equal([Key.Kid, Further.Kid], request.Keys.Select(k => k.Thumbprint));
        Assert.Equal("tianjin-gate", PartnerRequest.ClaimedClient(Sign(Key)));
        Assert.Null(request.JwksUri);
    }

    [Fact]
    public void A_partner_that_is_known_speaks_by_a_current_key_only()
    {
        var current = new[] { PartnerKey.Of(Key.Jwk) };
        var token = PartnerRequest.Sign("tianjin-gate", Hub, "120000", new("津", "Jin"), "verify", "022-12345", [Further], Key, MadeUpRegion.Morning);
        Assert.Equal(Further.Kid, Assert.Single(PartnerRequest.Verify(token, Hub, current, MadeUpRegion.Morning, out _)!.Keys).Kid);
        Assert.Null(PartnerRequest.Verify(token, Hub, null, MadeUpRegion.Morning, out _));
        Assert.Null(PartnerRequest.Verify(Sign(Further), Hub, current, MadeUpRegion.Morning, out _));
        Assert.Null(PartnerRequest.Verify(Sign(Key), Hub, [], MadeUpRegion.Morning, out _));
    }

    [Fact]
    public void A_key_without_its_own_proof_is_refused()
    {
        Refused("no proof", c => c["proofs"] = new JsonArray());
        Refused("no proof", c => c["proofs"] = new JsonArray(PartnerKeyProof.Make(Further, "tianjin-gate", "another")));
        Refused("no proof", c => c["proofs"] = new JsonArray(PartnerKeyProof.Make(Further, "hebei-gate", c["jti"]!.GetValue<string>())));
        Refused("no proof", c => c["proofs"] = new JsonArray(PartnerKeyProof.Make(Thief, "tianjin-gate", c["jti"]!.GetValue<string>())));
        Refused("no proof", c => c["proofs"] = new JsonArray(SignedToken.Sign("JWT", Further, System.Text.Encoding.UTF8.GetBytes($$"""{"clientId":"tianjin-gate","request":"{{c["jti"]}}"}"""))));
        Refused("no proof", c => c["jti"] = "another jti");
    }

    [Fact]
    public void A_request_for_anothers_key_or_another_hub_is_refused()
    {
        Assert.Null(PartnerRequest.Verify(EditedClaims.Sign(PartnerRequest.Type, Sign(Key), Thief, _ => { }), Hub, null, MadeUpRegion.Morning, out _));
        Assert.Null(PartnerRequest.Verify(EditedClaims.Sign("participant-request+jwt", Sign(Key), Key, _ => { }), Hub, null, MadeUpRegion.Morning, out _));
        Refused("aud is not", c => c["aud"] = "https://another.example");
        Refused("jwks is not", c => c["jwks"]!["keys"]![0]!["d"] = Key.ExportPrivateScalar());
        Refused("jwks is not", c => c["jwks"] = "x");
        Refused("jwks is not", c => c["jwks"] = new JsonObject { ["keys"] = new JsonArray() });
    }

    [Fact]
    public void A_request_is_alive_for_ten_minutes_at_most()
    {
        Refused("not valid now", c => c["exp"] = c["iat"]!.GetValue<long>() + 601);
        Refused("not valid now", c => (c["iat"], c["exp"]) = (1772326800 - 600, 1772326800));
        Refused("not valid now", c => c["iat"] = 1772326861);
        Refused("not valid now", c => (c["iat"], c["exp"]) = (-1, long.MaxValue));
    }

    [Fact]
    public void A_request_with_a_fault_says_which()
    {
        foreach (var wrong in new[] { "", "ab", "Gate", "-gate", "gate-", "gate gate", "gäte", new string('a', 65) }) Refused("", c => c["clientId"] = wrong);
        foreach (var wrong in new[] { "", "12", "000000", "12000a" }) Refused("region is not", c => c["region"] = wrong);
        foreach (var wrong in new[] { "", "all", "verify verify", "verify  query", " verify" }) Refused("scope is not", c => c["scope"] = wrong);
        foreach (var wrong in new[] { "", "a\nb", new string('a', 101) }) Refused("names are not", c => c["names"]!["zh"] = wrong);
        foreach (var wrong in new[] { "", "x", "022\r\n12345", new string('a', 201) }) Refused("contact is not", c => c["contact"] = wrong);
        foreach (var wrong in new[] { "http://keys.example/", "https://u@keys.example/", "https://keys.example/?a", "https://keys.example/#a", "/keys", "ftp://keys.example", "https://", "" })
            Refused("jwksUri is not", c => c["jwksUri"] = wrong);
        Refused("not a partner request", c => c["more"] = 1);
        Refused("not a partner request", c => c.Remove("contact"));
        Refused("no proof", c => c["proofs"] = new JsonArray([null]));
        Refused("not a partner request", c => c["names"] = null);
    }

    [Fact]
    public void What_is_no_token_is_refused()
    {
        foreach (var token in new[] { null, "", "a.b.c", MadeUpRegion.Beijing.Pass.Api })
        {
            Assert.Null(PartnerRequest.Verify(token, Hub, null, MadeUpRegion.Morning, out var fault));
            Assert.NotNull(fault);
            Assert.Null(PartnerRequest.ClaimedClient(token));
        }
    }

    [Fact]
    public void An_address_for_keys_is_kept_as_written()
    {
        var address = new Uri("https://keys.tianjin.example/jwks.json");
        var token = PartnerRequest.Sign("tianjin-gate", Hub, "120000", new("津", "Jin"), "verify", "022-12345", [Key], Key, MadeUpRegion.Morning, address);
        Assert.Equal(address, PartnerRequest.Verify(token, Hub, null, MadeUpRegion.Morning, out _)!.JwksUri);
        Assert.Equal("verify", JsonElement.Parse(SignedToken.ReadUnverified(token, 65536)!).GetProperty("scope").GetString());
    }

    private static string Sign(params SigningKey[] keys) =>
        PartnerRequest.Sign("tianjin-gate", Hub, "120000", new("天津站查验点", "Tianjin station"), "verify query", "022-12345", keys, keys[0], MadeUpRegion.Morning);

    // The proofs stand over the jti, so that only what is edited is wrong.
    private static void Refused(string expected, Action<JsonObject> edit)
    {
        Assert.Null(PartnerRequest.Verify(EditedClaims.Sign(PartnerRequest.Type, Sign(Key, Further), Key, edit), Hub, null, MadeUpRegion.Morning, out var fault));
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }
}
