using System.Text;
using CsCheck;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Tests.Jose;

public sealed class StrictBase64UrlTests
{
    [Fact]
    public void Every_byte_string_comes_back() =>
        Gen.Byte.Array[0, 200].Sample(bytes => StrictBase64Url.Decode(StrictBase64Url.Encode(bytes))!.AsSpan().SequenceEqual(bytes));

    [Fact]
    public void Every_text_that_decodes_is_the_only_text_of_its_bytes() =>
        Gen.String[Gen.Char["ABCwxyz019-_"], 0, 12].Sample(text => StrictBase64Url.Decode(text) is not { } bytes || StrictBase64Url.Encode(bytes) == text, iter: 5000);

    [Theory]
    [InlineData("A")]
    [InlineData("AB")]
    [InlineData("AAB")]
    [InlineData("AA==")]
    [InlineData("AAA=")]
    [InlineData("AA AA")]
    [InlineData(" AAAA")]
    [InlineData("AAAA\n")]
    [InlineData("AA\r\nAA")]
    [InlineData("AA+A")]
    [InlineData("AA/A")]
    [InlineData("AA.A")]
    [InlineData("AA?A")]
    [InlineData("AA\0A")]
    [InlineData("ＡＡＡＡ")]
    [InlineData("AAAAA")]
    public void A_text_that_is_not_canonical_is_refused(string text)
    {
        Assert.Null(StrictBase64Url.Decode(text));
        Assert.False(StrictBase64Url.TryDecode(Encoding.UTF8.GetBytes(text), new byte[64], out _));
    }

    [Fact]
    public void Nothing_is_the_text_of_nothing()
    {
        Assert.Empty(StrictBase64Url.Decode("")!);
        Assert.Null(StrictBase64Url.Decode(null));
    }

    [Fact]
    public void A_destination_that_is_too_small_is_refused() => Assert.False(StrictBase64Url.TryDecode("AAAA"u8, new byte[2], out _));
}
