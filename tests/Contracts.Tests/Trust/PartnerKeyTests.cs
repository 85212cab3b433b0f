using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Tests.Trust;

public sealed class PartnerKeyTests
{
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private static readonly RSA Modulus = RSA.Create(2048);

    // RFC 7638 §3.1
    [Fact]
    public void The_thumbprint_of_an_RSA_key_is_that_of_RFC_7638()
    {
        const string N = "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";
        var key = PartnerKey.Parse(JsonElement.Parse($$"""{"kty":"RSA","e":"AQAB","n":"{{N}}"}"""))!;
        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", key.Thumbprint);
        Assert.Equal((key.Thumbprint, "RS384"), (key.Kid, key.Algorithm));
    }

    [Fact]
    public void Each_kind_of_key_verifies_by_its_own_algorithm()
    {
        var text = "一段文字"u8.ToArray();
        var curve = PartnerKey.Parse(JsonElement.Parse(P384().ToJsonString()))!;
        var modulus = PartnerKey.Parse(JsonElement.Parse(Rsa().ToJsonString()))!;
        Assert.Equal(("ES384", "RS384"), (curve.Algorithm, modulus.Algorithm));
        Assert.True(curve.Verify(text, Curve.SignData(text, HashAlgorithmName.SHA384)));
        Assert.False(curve.Verify(text, Curve.SignData(text, HashAlgorithmName.SHA256)));
        Assert.False(curve.Verify(text, Curve.SignData(text, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence)));
        Assert.True(modulus.Verify(text, Modulus.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1)));
        Assert.False(modulus.Verify(text, Modulus.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        Assert.False(modulus.Verify(text, Modulus.SignData(text, HashAlgorithmName.SHA384, RSASignaturePadding.Pss)));
    }

    [Fact]
    public void No_signature_of_any_length_is_a_fault_of_ours() => Gen.Byte.Array[0, 600].Sample(signature =>
    {
        Assert.False(PartnerKey.Parse(JsonElement.Parse(P384().ToJsonString()))!.Verify([1], signature));
        Assert.False(PartnerKey.Parse(JsonElement.Parse(Rsa().ToJsonString()))!.Verify([1], signature));
    }, iter: 200);

    [Fact]
    public void No_modulus_that_somebody_made_up_is_a_fault_of_ours() => Gen.Byte.Array[256, 512].Sample(n =>
    {
        (n[0], n[^1]) = ((byte)(n[0] | 0x80), (byte)(n[^1] | 1));
        Assert.False(PartnerKey.Parse(JsonElement.Parse($$"""{"kty":"RSA","e":"AQAB","n":"{{StrictBase64Url.Encode(n)}}"}"""))!.Verify([1], new byte[n.Length]));
    }, iter: 200);

    [Fact]
    public void A_key_of_another_kind_use_or_algorithm_is_none()
    {
        IsNone(P384(), k => k["crv"] = "P-521");
        IsNone(P384(), k => k["crv"] = "P-256");
        IsNone(P384(), k => k["kty"] = "OKP");
        IsNone(P384(), k => k["alg"] = "ES256");
        IsNone(P384(), k => k["alg"] = 1);
        IsNone(P384(), k => k["use"] = "enc");
        IsNone(P384(), k => k["y"] = k["x"]!.DeepClone());
        IsNone(P384(), k => k["x"] = k["x"]!.GetValue<string>() + "=");
        IsNone(P384(), k => k["kid"] = "a\"b");
        IsNone(P384(), k => k["kid"] = "");
        IsNone(P384(), k => k["kid"] = new string('k', 129));
        IsNone(Rsa(), k => k["alg"] = "RS256");
        IsNone(Rsa(), k => k["e"] = "Aw");
        IsNone(Rsa(), k => k["n"] = StrictBase64Url.Encode(RSA.Create(1024).ExportParameters(false).Modulus));
        IsNone(Rsa(), k => k["n"] = StrictBase64Url.Encode([0, .. Modulus.ExportParameters(false).Modulus!]));
        Assert.Null(PartnerKey.Parse(JsonElement.Parse("[]")));
    }

    [Fact]
    public void A_set_passes_over_what_is_not_used_here_and_is_worthless_with_a_secret_or_a_name_twice()
    {
        Assert.Equal(2, PartnerKeySet.Parse(Set(P384(), Rsa(), new JsonObject { ["kty"] = "OKP", ["crv"] = "Ed25519", ["x"] = "AA" }))!.Count);
        Assert.Equal(PartnerKeySet.Parse(Set(P384()))!.Single().Json, PartnerKeySet.Parse(PartnerKeySet.ToJson(PartnerKeySet.Parse(Set(P384()))!))!.Single().Json);
        var secret = P384();
        secret["d"] = "AA";
        Assert.Null(PartnerKeySet.Parse(Set(Rsa(), secret)));
        Assert.Null(PartnerKeySet.Parse(Set(Rsa(), new JsonObject { ["kty"] = "oct", ["k"] = "AA" })));
        Assert.Null(PartnerKeySet.Parse(Set(P384(), P384())));
        Assert.Null(PartnerKeySet.Parse(Set()));
        Assert.Null(PartnerKeySet.Parse(Set([.. Enumerable.Range(0, 17).Select(_ => P384())])));
        foreach (var wrong in new[] { "", "[]", "{}", "{\"keys\":1}", "{\"keys\":[1]}", "{\"keys\":[],\"keys\":[]}", "nonsense", new string(' ', 70_000) }) Assert.Null(PartnerKeySet.Parse(wrong));
        Assert.Null(PartnerKeySet.Parse((string?)null));
    }

    private static JsonObject P384()
    {
        var point = Curve.ExportParameters(false).Q;
        return new() { ["kty"] = "EC", ["crv"] = "P-384", ["kid"] = "curve", ["x"] = StrictBase64Url.Encode(point.X), ["y"] = StrictBase64Url.Encode(point.Y) };
    }

    private static JsonObject Rsa() => new() { ["kty"] = "RSA", ["kid"] = "modulus", ["e"] = "AQAB", ["n"] = StrictBase64Url.Encode(Modulus.ExportParameters(false).Modulus) };

    private static string Set(params JsonNode[] keys) => new JsonObject { ["keys"] = new JsonArray(keys) }.ToJsonString();

    private static void IsNone(JsonObject key, Action<JsonObject> edit)
    {
        edit(key);
        Assert.Null(PartnerKey.Parse(JsonElement.Parse(key.ToJsonString())));
    }
}
