using System.Text;
using CsCheck;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

public sealed class CompactJwsTests
{
    [Fact]
    public void Three_parts_are_split_and_the_first_two_are_what_is_signed()
    {
        Assert.True(CompactJws.TrySplit("aa.bbb.c"u8, out var jws));
        Assert.Equal("aa.bbb", Encoding.ASCII.GetString(jws.SigningInput));
        Assert.Equal("aa", Encoding.ASCII.GetString(jws.Header));
        Assert.Equal("bbb", Encoding.ASCII.GetString(jws.Payload));
        Assert.Equal("c", Encoding.ASCII.GetString(jws.Signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData(".b.c")]
    [InlineData("a..c")]
    [InlineData("a.b.")]
    [InlineData("..")]
    [InlineData("a.b.c.")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e")]
    public void Any_other_number_of_parts_or_an_empty_one_is_refused(string text) => Assert.False(CompactJws.TrySplit(Encoding.ASCII.GetBytes(text), out _));

    [Fact]
    public void What_is_split_is_put_together_again() => Gen.String[Gen.Char["ab."], 0, 9].Sample(text =>
        CompactJws.TrySplit(Encoding.ASCII.GetBytes(text), out var jws) == (text.Split('.') is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }])
        && (jws.Signature.IsEmpty || text == $"{Encoding.ASCII.GetString(jws.SigningInput)}.{Encoding.ASCII.GetString(jws.Signature)}"));
}
