using System.Buffers.Text;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassSignerTests
{
    private static readonly MadeUpRegion Beijing = MadeUpRegion.Beijing;

    [Fact]
    public void The_headers_have_exactly_the_members_of_the_specification()
    {
        var kid = Beijing.DayKey.Kid;
        Assert.Equal($$"""{"alg":"ES256","kid":"{{kid}}","typ":"health-pass+jwt"}""", Decode(Beijing.Pass.Api.Split('.')[0]));
        Assert.Equal($$"""{"alg":"ES256","zip":"DEF","kid":"{{kid}}"}""", Decode(Beijing.Pass.Card.Split('.')[0]));
    }

    [Theory]
    [InlineData("张", "*")]
    [InlineData("欧阳", "*")]
    [InlineData("𠮷", "**")]
    [InlineData("\"", "*")]
    [InlineData("\\", "*")]
    [InlineData("<", "*")]
    [InlineData("&", "*")]
    [InlineData("é", "*")]
    [InlineData("阿", "")]
    public void No_character_but_a_quote_and_a_backslash_is_escaped(string family, string given)
    {
        var statement = Beijing.Statement with { Person = new(DocumentType.Passport, "E1*****67", new(family, given)) };
        var claims = Encoding.UTF8.GetString(PassClaims.Write(statement));
        var written = family is "\"" or "\\" ? "\\" + family : family;
        Assert.Contains($"\"family\":\"{written}\"", claims, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u", claims, StringComparison.Ordinal);
        Assert.DoesNotContain(" ", claims, StringComparison.Ordinal);
        Assert.Equal(statement, Checkpoint.Open.Verify(PassSigner.Sign(statement, Beijing.DayKey).Card).Statement);
    }

    [Fact]
    public void An_office_or_native_code_beyond_the_first_plane_is_written_as_it_is()
    {
        var statement = Beijing.Statement with { NativeCode = "𠮷", Authority = "𠮷街\"" };
        var claims = Encoding.UTF8.GetString(PassClaims.Write(statement));
        Assert.Contains("\"code\":\"𠮷\"", claims, StringComparison.Ordinal);
        Assert.Contains("\"value\":\"𠮷街\\\"\"", claims, StringComparison.Ordinal);
        Assert.Equal(statement, Checkpoint.Open.Verify(PassSigner.Sign(statement, Beijing.DayKey).Api).Statement);
    }

    [Fact]
    public void The_longest_card_fits_one_QR_and_a_longer_one_is_never_signed()
    {
        Assert.InRange(Beijing.Pass.Card.Length, 700, 870);
        var random = new Random(1);
        var office = string.Concat(Enumerable.Range(0, 32).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
        var code = string.Concat(Enumerable.Range(0, 32).Select(_ => (char)random.Next(0x4E00, 0x9FA0)));
        var heavy = Beijing.Statement with { Authority = office, NativeCode = code };
        Assert.Throws<ArgumentException>(() => PassSigner.Sign(heavy with { NativeSystem = heavy.NativeSystem + code }, Beijing.DayKey));
        foreach (var length in Enumerable.Range(0, 33))
            try
            {
                Assert.InRange(PassSigner.Sign(heavy with { NativeCode = code[length..] + "0" }, Beijing.DayKey).Card.Length, 1, PassSigner.MaxCardLength);
            }
            catch (ArgumentException)
            {
                // Refused, which is the other thing that may happen.
            }
    }

    [Fact]
    public void A_statement_that_shows_more_than_a_mask_is_never_signed()
    {
        var sound = Beijing.Statement;
        foreach (var person in new MaskedIdentity[]
        {
            new(DocumentType.ResidentId, "11010519491231002X", new("张", "*")),
            new(DocumentType.ResidentId, "11**************2X", new("张三", "")),
            new(DocumentType.ResidentId, "11**************2X", new("张", "三")),
            new(DocumentType.ResidentId, "11**************2X", new("", "**")),
        })
            Assert.Throws<ArgumentException>(() => PassSigner.Sign(sound with { Person = person }, Beijing.DayKey));
    }

    [Fact]
    public void A_statement_of_impossible_values_is_never_signed()
    {
        var sound = Beijing.Statement;
        foreach (var faulty in new[]
        {
            sound with { StatusIndex = -1 }, sound with { NativeCode = "" }, sound with { NativeCode = "0\n" }, sound with { NativeCode = "\ud842" },
            sound with { NativeSystem = "beijing" }, sound with { Status = HealthStatus.NotHeld },
            sound with { Issuer = "\ud842" }, sound with { NotBefore = DateTimeOffset.UnixEpoch.AddSeconds(-1), AsOf = DateTimeOffset.UnixEpoch.AddDays(-1) },
        })
            Assert.Throws<ArgumentException>(() => PassSigner.Sign(faulty, Beijing.DayKey));
    }

    [Fact]
    public void Both_renditions_hold_the_same_claims_byte_for_byte()
    {
        var token = Encoding.ASCII.GetBytes(Beijing.Pass.Card.Split('.')[1]);
        var claims = new byte[BoundedInflate.MaxBytes];
        Assert.Equal(PassRejection.None, BoundedInflate.Decode(token, claims, out var length));
        Assert.Equal(Decode(Beijing.Pass.Api.Split('.')[1]), Encoding.UTF8.GetString(claims, 0, length));
        Assert.Equal(Forged.Claims, Encoding.UTF8.GetString(claims, 0, length));
    }

    private static string Decode(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));
}
