using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Interop.Tests.Pass;

/// <summary>The card rendition against the text of SMART Health Cards (https://spec.smarthealth.cards/), without our reader.</summary>
public sealed class SmartHealthCardTests
{
    private const int LongestInOnePicture = 927;

    private static readonly string[] Forbidden = ["id", "meta", "text", "display"];

    [Fact]
    public void The_card_of_every_statement_fits_one_QR_code()
    {
        foreach (var statement in IssuedPasses.Statements())
            Assert.InRange(PassSigner.Sign(statement, IssuedPasses.Key).Card.Length, 700, LongestInOnePicture);
    }

    [Fact]
    public void Every_status_and_document_kind_is_among_them()
    {
        var statements = IssuedPasses.Statements().ToArray();
        Assert.Equal(HealthStatuses.All.Except([HealthStatus.NotHeld]).Order(), statements.Select(s => s.Status).Distinct().Order());
        Assert.Equal(6, statements.Select(s => s.Person.DocumentType).Distinct().Count());
    }

    [Fact]
    public void The_header_has_alg_zip_and_kid_and_the_kid_is_the_thumbprint()
    {
        var header = JsonElement.Parse(Base64Url.DecodeFromChars(Card().Split('.')[0]));
        Assert.Equal(["alg", "zip", "kid"], header.EnumerateObject().Select(m => m.Name));
        Assert.Equal(("ES256", "DEF"), (header.GetProperty("alg").GetString(), header.GetProperty("zip").GetString()));
        var jwk = $$"""{"crv":"P-256","kty":"EC","x":"{{IssuedPasses.Key.Jwk.X}}","y":"{{IssuedPasses.Key.Jwk.Y}}"}""";
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(jwk))), header.GetProperty("kid").GetString());
    }

    [Fact]
    public void The_signature_stands_by_the_platforms_own_means()
    {
        var card = Card();
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(IssuedPasses.Key.Jwk.X), Y = Base64Url.DecodeFromChars(IssuedPasses.Key.Jwk.Y) },
        });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{card.Split('.')[0]}.{card.Split('.')[1]}"), Base64Url.DecodeFromChars(card.Split('.')[2]), HashAlgorithmName.SHA256));
    }

    [Fact]
    public void The_payload_is_raw_deflate_of_minified_JSON()
    {
        foreach (var statement in IssuedPasses.Statements())
        {
            var payload = Payload(PassSigner.Sign(statement, IssuedPasses.Key).Card);
            Assert.DoesNotContain('\n', payload);
            Assert.DoesNotContain("\": ", payload, StringComparison.Ordinal);
            Assert.DoesNotContain("\\u", payload, StringComparison.Ordinal);
            Assert.Equal(Encoding.UTF8.GetString(PassClaims.Write(statement)), payload);
        }
    }

    [Fact]
    public void The_claims_are_those_of_a_health_card()
    {
        var claims = JsonElement.Parse(Encoding.UTF8.GetBytes(Payload(Card())));
        var issuer = claims.GetProperty("iss").GetString()!;
        Assert.StartsWith("https://", issuer, StringComparison.Ordinal);
        Assert.False(issuer.EndsWith('/'));
        Assert.Equal(IssuedPasses.Morning.ToUnixTimeSeconds(), claims.GetProperty("nbf").GetInt64());
        Assert.Equal(JsonValueKind.Number, claims.GetProperty("exp").ValueKind);
        var credential = claims.GetProperty("vc");
        Assert.Contains("https://smarthealth.cards#health-card", credential.GetProperty("type").EnumerateArray().Select(t => t.GetString()));
        var rid = credential.GetProperty("rid").GetString()!;
        Assert.Matches("^[A-Za-z0-9_-]{1,24}$", rid);
        Assert.Equal("4.0.1", credential.GetProperty("credentialSubject").GetProperty("fhirVersion").GetString());
    }

    [Fact]
    public void The_bundle_is_a_collection_with_short_addresses_and_no_text()
    {
        foreach (var statement in IssuedPasses.Statements())
        {
            var bundle = IssuedPasses.Bundle(statement);
            Assert.Equal("collection", bundle.GetProperty("type").GetString());
            Assert.Equal(["resource:0", "resource:1"], bundle.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("fullUrl").GetString()));
            Assert.Equal("resource:0", bundle.GetProperty("entry")[1].GetProperty("resource").GetProperty("subject").GetProperty("reference").GetString());
            Assert.DoesNotContain(Names(bundle), Forbidden.Contains);
        }
    }

    [Fact]
    public void The_QR_text_is_digits_that_give_the_card_back()
    {
        var pass = PassSigner.Sign(IssuedPasses.Green, IssuedPasses.Key);
        Assert.Matches("^shc:/[0-9]+$", pass.Qr);
        var digits = pass.Qr["shc:/".Length..];
        Assert.Equal(pass.Card, string.Concat(digits.Chunk(2).Select(pair => (char)((((pair[0] - '0') * 10) + pair[1] - '0') + 45))));
    }

    private static string Card() => PassSigner.Sign(IssuedPasses.Green, IssuedPasses.Key).Card;

    private static string Payload(string card)
    {
        using var inflated = new StreamReader(new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(card.Split('.')[1])), CompressionMode.Decompress), new UTF8Encoding(false, true));
        return inflated.ReadToEnd();
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Names(m.Value).Prepend(m.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
