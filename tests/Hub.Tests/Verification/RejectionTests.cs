using System.Text;
using System.Text.Json;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Hub.Tests.Verification;

/// <summary>The pass specification §5 over HTTP.</summary>
public sealed class RejectionTests(VerificationHub room) : IClassFixture<VerificationHub>
{
    private static readonly string[] Refused = ["bad-signature"];

    public static TheoryData<string, string> BeforeTheSignature => new()
    {
        { "longer than 4,096 bytes", "too-large" },
        { "a card that inflates beyond 16 KiB", "too-large" },
        { "claims deeper than 16", "too-large" },
        { "a payment code", "malformed" },
        { "a QR text of odd length", "malformed" },
        { "a QR text of a retired chunk", "malformed" },
        { "padding", "malformed" },
        { "a header with crit", "malformed" },
        { "a header with jwk", "malformed" },
        { "duplicate claims", "malformed" },
        { "trailing claims", "malformed" },
        { "claims that are no UTF-8", "malformed" },
        { "alg none", "unsupported-algorithm" },
        { "alg HS256", "unsupported-algorithm" },
        { "an issuer nobody knows", "issuer-not-trusted" },
        { "no issuer", "issuer-not-trusted" },
        { "a key nobody knows", "unknown-key" },
        { "another region's key", "unknown-key" },
        { "the enrolment key", "unknown-key" },
        { "a changed claim", "bad-signature" },
        { "a short signature", "bad-signature" },
    };

    [Theory]
    [MemberData(nameof(BeforeTheSignature))]
    public async Task What_fails_before_the_signature_stands_tells_nothing_of_its_payload(string defect, string reason)
    {
        var answer = await room.Hub.VerifyAsync(Defective(defect));
        Expect.Verdict(answer, Refused.Contains(reason) ? "refuse" : "cannot-tell", reason);
        foreach (var member in new[] { "status", "nativeCode", "holder", "asOf", "validUntil", "map", "statusListAsOf", "authority", "recognition" })
            Assert.True(answer.GetProperty(member).ValueKind == JsonValueKind.Null, member);
        Assert.DoesNotContain("signature", answer.GetProperty("checked").EnumerateArray().Select(c => c.GetString()));
        foreach (var language in new[] { "zh", "en" })
            foreach (var reader in new[] { "staff", "traveller" })
                Assert.NotEmpty(answer.GetProperty("next").GetProperty(reader).GetProperty(language).GetString()!);
    }

    private string Defective(string defect)
    {
        var key = room.Beijing.TodaysKey;
        var good = room.Beijing.Pass();
        var parts = good.Api.Split('.');
        var header = FakeJws.Text(parts[0]);
        var claims = FakeJws.Text(parts[1]);
        return defect switch
        {
            "longer than 4,096 bytes" => good.Api + new string('A', 4096),
            "a card that inflates beyond 16 KiB" => FakeJws.Parts(FakeJws.Text(good.Card.Split('.')[0]), Deflated(claims.Insert(1, new string(' ', 20_000))), key),
            "claims deeper than 16" => FakeJws.Parts(header, claims.Insert(1, "\"deep\":" + new string('[', 16) + new string(']', 16) + ","), key),
            "a payment code" => "281234567890123456",
            "a QR text of odd length" => good.Qr + "1",
            "a QR text of a retired chunk" => "shc:/1/2/" + good.Qr["shc:/".Length..],
            "padding" => good.Api + "==",
            "a header with crit" => FakeJws.Parts(header.Replace("\"typ\"", "\"crit\":[\"exp\"],\"typ\"", StringComparison.Ordinal), claims, key),
            "a header with jwk" => FakeJws.Parts(header.Replace("\"typ\"", "\"jwk\":{},\"typ\"", StringComparison.Ordinal), claims, key),
            "duplicate claims" => FakeJws.Parts(header, claims.Insert(1, "\"iss\":\"https://tianjin.healthbao.example\","), key),
            "trailing claims" => FakeJws.Parts(header, claims + "{}", key),
            "claims that are no UTF-8" => FakeJws.Parts(header, [.. Encoding.UTF8.GetBytes(claims[..^1]), 0xFF, (byte)'}'], key),
            "alg none" => FakeJws.Parts(header.Replace("ES256", "none", StringComparison.Ordinal), claims, key),
            "alg HS256" => FakeJws.Parts(header.Replace("ES256", "HS256", StringComparison.Ordinal), claims, key),
            "an issuer nobody knows" => FakeJws.Changed(good.Api, key, c => c["iss"] = "https://nobody.example"),
            "no issuer" => FakeJws.Changed(good.Api, key, c => c.Remove("iss")),
            "a key nobody knows" => PassSigner.Sign(room.Beijing.Says(), SigningKey.Create()).Api,
            "another region's key" => PassSigner.Sign(room.Beijing.Says(), room.Tianjin.TodaysKey).Api,
            "the enrolment key" => PassSigner.Sign(room.Beijing.Says(), room.Beijing.EnrolmentKey).Api,
            "a changed claim" => $"{parts[0]}.{room.Beijing.Pass("yellow").Api.Split('.')[1]}.{parts[2]}",
            "a short signature" => $"{parts[0]}.{parts[1]}.AAAA",
            _ => throw new ArgumentOutOfRangeException(nameof(defect), defect, null),
        };
    }

    private static byte[] Deflated(string claims)
    {
        using var buffer = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(buffer, System.IO.Compression.CompressionLevel.Optimal)) deflate.Write(Encoding.UTF8.GetBytes(claims));
        return buffer.ToArray();
    }
}
