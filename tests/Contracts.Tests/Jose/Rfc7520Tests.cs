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

    [SkippableTheory]
    [InlineData("4_1.rsa_v15_signature", "3_3.rsa_public_key", 3)]
    [InlineData("4_2.rsa-pss_signature", "3_3.rsa_public_key", 3)]
    [InlineData("4_3.ecdsa_signature", "3_1.ec_public_key", 3)]
    [InlineData("4_4.hmac-sha2_integrity_protection", "3_5.symmetric_key_mac_computation", 3)]
    [InlineData("4_5.signature_with_detached_content", "3_5.symmetric_key_mac_computation", 3)]
    [InlineData("4_6.protecting_specific_header_fields", "3_5.symmetric_key_mac_computation", 2)]
    [InlineData("4_7.protecting_content_only", "3_5.symmetric_key_mac_computation", 2)]
    [InlineData("4_8.multiple_signatures", "3_5.symmetric_key_mac_computation", 1)]
    public void Every_form_is_either_read_as_it_is_or_no_compact_form_at_all(string file, string keyFile, int forms)
    {
        var key = ThirdPartyVectors.Read($"rfc7520/jwk/{keyFile}.json");
        var outputs = ThirdPartyVectors.Read($"rfc7520/jws/{file}.json").GetProperty("output").EnumerateObject().ToArray();
        Assert.Equal(forms, outputs.Length);
        foreach (var output in outputs)
        {
            var text = output.Value.ValueKind == JsonValueKind.String ? output.Value.GetString()! : output.Value.GetRawText();
            // JSON serialisation and detached content (an empty payload) are no form of ours.
            var isCompact = output.Name == "compact" && !file.StartsWith("4_5", StringComparison.Ordinal);
            Assert.Equal(isCompact, AnyAlgorithm.Stands(key, Encoding.UTF8.GetBytes(text)));
            Assert.Null(SignedToken.Verify(text, "JWT", _ => throw new InvalidOperationException("No key is asked for."), 16 * 1024));
        }
    }
}
