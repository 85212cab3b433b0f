using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassEncodingTests
{
    private static readonly string[] Parts = MadeUpRegion.Beijing.Pass.Api.Split('.');

    private static readonly string[] CardParts = MadeUpRegion.Beijing.Pass.Card.Split('.');

    [Fact]
    public void A_token_has_exactly_three_parts_that_are_not_empty()
    {
        var (header, payload, signature) = (Parts[0], Parts[1], Parts[2]);
        foreach (var token in new[]
        {
            "", ".", "..", "...", "....", header, $"{header}.{payload}", $"{header}.{payload}.", $".{payload}.{signature}", $"{header}..{signature}",
            $"{header}.{payload}.{signature}.", $".{header}.{payload}.{signature}", $"{header}.{payload}.{signature}.{signature}", $"{header}.{payload}.{signature}..",
        })
            AssertMalformed(token);
    }

    [Theory]
    [InlineData("=")]
    [InlineData("==")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("+")]
    [InlineData("/")]
    [InlineData("?")]
    [InlineData("%3D")]
    [InlineData("Ａ")]
    public void Padding_white_space_and_other_alphabets_are_malformed_in_every_part(string text)
    {
        for (var part = 0; part < 3; part++)
        {
            AssertMalformed(string.Join('.', Parts.Select((p, i) => i == part ? p + text : p)));
            AssertMalformed(string.Join('.', Parts.Select((p, i) => i == part ? text + p : p)));
            AssertMalformed(string.Join('.', CardParts.Select((p, i) => i == part ? p + text : p)));
        }
    }

    [Fact]
    public void A_part_whose_unused_bits_are_not_zero_is_malformed()
    {
        // 64 bytes end in a character of which 4 bits are unused: A, Q, g or w.
        var (first, last) = (Parts[2][..^1], Parts[2][^1]);
        Assert.Contains(last, "AQgw");
        AssertMalformed($"{Parts[0]}.{Parts[1]}.{first}{(char)(last + 1)}");
        for (var spaces = 0; spaces < 3; spaces++)
        {
            var payload = Forged.Text(new string(' ', spaces) + Forged.Claims);
            if (payload.Length % 4 == 0) continue;
            var loose = payload[..^1] + (char)(payload[^1] + 1);
            AssertMalformed(Forged.Token(Parts[0], loose));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    [InlineData(70)]
    [InlineData(128)]
    public void A_signature_of_another_length_does_not_stand(int length)
    {
        var signature = new byte[length];
        StrictBase64Url.Decode(Parts[2]).AsSpan(0, Math.Min(64, length)).CopyTo(signature);
        var token = $"{Parts[0]}.{Parts[1]}.{StrictBase64Url.Encode(signature)}";
        Assert.Equal(length == 0 ? PassRejection.Malformed : PassRejection.BadSignature, Checkpoint.Open.Verify(token).Rejection);
    }

    [Fact]
    public void A_signature_in_DER_or_of_zeros_does_not_stand()
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        key.ImportPkcs8PrivateKey(Forged.Region.DayKey.ToPkcs8(), out _);
        var der = key.SignData(
            Encoding.ASCII.GetBytes($"{Parts[0]}.{Parts[1]}"), System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.DSASignatureFormat.Rfc3279DerSequence);
        foreach (var signature in new[] { der, new byte[64] })
            Assert.Equal(PassRejection.BadSignature, Checkpoint.Open.Verify($"{Parts[0]}.{Parts[1]}.{StrictBase64Url.Encode(signature)}").Rejection);
    }

    [Fact]
    public void Claims_that_are_not_one_JSON_object_in_UTF_8_are_malformed()
    {
        foreach (var claims in new[]
        {
            "null", "[]", "7", "\"x\"", "{", "{}}", Forged.Claims + "{}", Forged.Claims + " ", Forged.Claims + "\n", Forged.Claims + "\0", "\uFEFF" + Forged.Claims,
            Forged.Claims.Replace("}", ",}", StringComparison.Ordinal), "/**/" + Forged.Claims, Forged.Claims.Replace("\"张\"", "\"\\ud842\"", StringComparison.Ordinal),
            Forged.Claims.Replace("1772326800", "01772326800", StringComparison.Ordinal), Forged.Claims.Replace("1772326800", "NaN", StringComparison.Ordinal),
            Forged.Claims.Replace("\"0\"", "\"\t\"", StringComparison.Ordinal), Forged.Claims.Replace('"', '\''),
        })
        {
            AssertMalformed(Forged.Api(claims));
            AssertMalformed(Forged.Card(claims));
        }

        foreach (var bytes in new byte[][] { [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0xBC] })
        {
            byte[] claims = [.. Encoding.UTF8.GetBytes(Forged.Claims[..^1]), .. ",\"x\":\""u8, .. bytes, .. "\"}"u8];
            AssertMalformed(Forged.Token(Forged.Text(Forged.ApiHeader), StrictBase64Url.Encode(claims)));
        }
    }

    [Fact]
    public void A_member_that_stands_twice_is_malformed_at_any_depth()
    {
        foreach (var member in new[] { "\"iss\"", "\"nbf\"", "\"idx\"", "\"fhirVersion\"", "\"family\"", "\"issued\"", "\"rid\"", "\"effectivePeriod\"" })
        {
            AssertMalformed(Forged.Api(Forged.ClaimsWith(member + ":", $"{member}:0,{member}:")));
            AssertMalformed(Forged.Api(Forged.ClaimsWith(member + ":", $"\"\\u{(int)member[1]:x4}{member[2..]}:0,{member}:")));
            AssertMalformed(Forged.Card(Forged.ClaimsWith(member + ":", $"{member}:0,{member}:")));
        }
    }

    private static void AssertMalformed(string token)
    {
        var verification = Checkpoint.Open.Verify(token);
        Assert.Equal((PassRejection.Malformed, PassChecks.Size), (verification.Rejection, verification.Checked));
    }
}
