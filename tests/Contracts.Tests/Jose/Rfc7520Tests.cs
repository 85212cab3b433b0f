using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

/// <summary>RFC 7520 §4.3, an ECDSA signature with ES512: read in form, and unsupported here.</summary>
public sealed class Rfc7520Tests
{
    [SkippableFact]
    public void The_form_of_section_4_3_is_read_and_its_algorithm_is_unsupported()
    {
        var example = ThirdPartyVectors.Read("rfc7520/jws/4_3.ecdsa_signature.json");
        var compact = example.GetProperty("output").Text("compact");
        Assert.True(CompactJws.TrySplit(Encoding.ASCII.GetBytes(compact), out var jws));
        Assert.Equal(example.GetProperty("signing").Text("sig-input"), Encoding.ASCII.GetString(jws.SigningInput));
        Assert.Equal(example.GetProperty("signing").Text("sig"), Encoding.ASCII.GetString(jws.Signature));
        Assert.Equal(example.GetProperty("input").Text("payload"), Encoding.UTF8.GetString(StrictBase64Url.Decode(Encoding.ASCII.GetString(jws.Payload))!));
        Assert.Equal(new JwsHeader("ES512", "bilbo.baggins@hobbiton.example", null, null), JwsHeader.Read(jws.Header));
        Assert.Null(EcJwk.Parse(example.GetProperty("input").GetProperty("key")));
        Assert.Null(SignedToken.Verify(compact, "JWT", _ => throw new InvalidOperationException("No key is asked for."), 4096));
    }

    [SkippableTheory]
    [InlineData("3_1.ec_public_key")]
    [InlineData("3_2.ec_private_key")]
    [InlineData("3_3.rsa_public_key")]
    [InlineData("3_4.rsa_private_key")]
    [InlineData("3_5.symmetric_key_mac_computation")]
    [InlineData("3_6.symmetric_key_encryption")]
    public void No_key_of_section_3_is_one_of_ours(string file) => Assert.Null(EcJwk.Parse(ThirdPartyVectors.Read($"rfc7520/jwk/{file}.json")));

    [SkippableFact]
    public void Every_compact_form_of_section_4_is_unsupported()
    {
        foreach (var file in new[] { "4_1.rsa_v15_signature", "4_2.rsa-pss_signature", "4_3.ecdsa_signature", "4_4.hmac-sha2_integrity_protection" })
        {
            var compact = ThirdPartyVectors.Read($"rfc7520/jws/{file}.json").GetProperty("output").Text("compact");
            Assert.True(CompactJws.TrySplit(Encoding.ASCII.GetBytes(compact), out var jws));
            Assert.NotEqual(JwsHeader.Es256, JwsHeader.Read(jws.Header)!.Algorithm);
        }
    }
}
