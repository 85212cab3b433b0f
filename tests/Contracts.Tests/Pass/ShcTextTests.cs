using System.Text;
using CsCheck;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class ShcTextTests
{
    [Fact]
    public void The_example_of_the_specification_reads_both_ways()
    {
        // SMART Health Cards, "Encoding chunks as QR codes": a JWS begins with eyJ, in digits 567629.
        Assert.Equal("shc:/567629", ShcText.Encode("eyJ"));
        Assert.Equal("eyJ", Decode("shc:/567629"));
    }

    [Fact]
    public void Every_text_of_JWS_characters_comes_back_unchanged() =>
        JwsTexts.OfLength(1, 1200).Sample(jws => Decode(ShcText.Encode(jws)) == jws, iter: 500);

    [Fact]
    public void A_text_that_reads_is_written_again_digit_for_digit() =>
        Gen.String[Gen.Char["0123456789"], 0, 12].Sample(
            digits => Decode("shc:/" + digits) is not { } jws || ShcText.Encode(jws) == "shc:/" + digits, iter: 2000);

    [Fact]
    public void Bytes_of_any_kind_are_read_or_refused_without_an_exception() =>
        Gen.Byte.Array[0, 64].Sample(bytes =>
        {
            var text = (byte[])[.. "shc:/"u8, .. bytes];
            var read = ShcText.TryDecode(text, new byte[64], out var written);
            return read || written == 0;
        });

    [Theory]
    [InlineData("")]
    [InlineData("shc:/")]
    [InlineData("shc:")]
    [InlineData("567629")]
    [InlineData("SHC:/567629")]
    [InlineData("Shc:/567629")]
    [InlineData(" shc:/567629")]
    [InlineData("shc:/567629 ")]
    [InlineData("shc:/567629\n")]
    [InlineData("shc://567629")]
    [InlineData("shc:/56762")]
    [InlineData("shc:/5676-9")]
    [InlineData("shc:/+5+6")]
    [InlineData("shc:/5676２９")]
    [InlineData("shc:/٥٦٧٦")]
    [InlineData("shc:/1/2/567629")]
    [InlineData("shc:/1/1/567629")]
    [InlineData("shc:/56shc:/76")]
    [InlineData("https://example.org/#shc:/567629")]
    public void A_text_that_is_not_exactly_one_whole_card_is_refused(string text)
    {
        Assert.Null(Decode(text));
        Assert.False(ShcText.TryDecode(text, new byte[64], out var written));
        Assert.Equal(0, written);
    }

    [Theory]
    [InlineData("02")] // '/'
    [InlineData("13")] // ':'
    [InlineData("16")] // '='
    [InlineData("19")] // '@'
    [InlineData("46")] // '['
    [InlineData("51")] // '`'
    [InlineData("78")] // '{'
    [InlineData("99")] // beyond ASCII
    public void A_pair_that_is_no_character_of_a_JWS_is_refused(string pair) => Assert.Null(Decode("shc:/56" + pair));

    [Fact]
    public void Exactly_sixty_five_pairs_are_read() =>
        Assert.Equal(65, Enumerable.Range(0, 100).Count(pair => Decode($"shc:/{pair:00}") is not null));

    [Theory]
    [InlineData("")]
    [InlineData("eyJ=")]
    [InlineData("ey J")]
    [InlineData("ey+/")]
    [InlineData("张")]
    public void What_is_no_compact_JWS_is_not_written(string jws) => Assert.Throws<ArgumentException>(() => ShcText.Encode(jws));

    [Fact]
    public void A_destination_that_is_too_short_is_refused() =>
        Assert.False(ShcText.TryDecode("shc:/567629"u8, new byte[2], out _));

    [Fact]
    public void Reading_allocates_nothing()
    {
        var text = Encoding.ASCII.GetBytes(ShcText.Encode(JwsTexts.Sample(860)));
        var destination = new byte[860];
        ShcText.TryDecode(text, destination, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ShcText.TryDecode(text, destination, out var written);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(860, written);
    }

    private static string? Decode(string text)
    {
        var destination = new byte[text.Length];
        return ShcText.TryDecode(Encoding.UTF8.GetBytes(text), destination, out var written)
            ? Encoding.ASCII.GetString(destination, 0, written)
            : null;
    }
}
