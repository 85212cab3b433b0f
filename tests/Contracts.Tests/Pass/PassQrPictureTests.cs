using System.Xml.Linq;
using CsCheck;
using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

public sealed class PassQrPictureTests
{
    // The longest JWS of each version: level M, byte segment of five characters, numeric segment.
    public static readonly TheoryData<int, int> LongestOfVersion = new()
    {
        { 1, 9 }, { 2, 23 }, { 3, 42 }, { 4, 66 }, { 5, 93 }, { 6, 119 }, { 7, 138 }, { 8, 174 }, { 9, 208 }, { 10, 247 }, { 11, 293 },
        { 12, 336 }, { 13, 389 }, { 14, 426 }, { 15, 486 }, { 16, 532 }, { 17, 597 }, { 18, 664 }, { 19, 741 }, { 20, 791 }, { 21, 845 }, { 22, 927 },
    };

    [Theory]
    [MemberData(nameof(LongestOfVersion))]
    public void Each_version_is_filled_to_the_last_digit_and_no_further(int version, int longest)
    {
        Assert.Equal(version, Read(JwsTexts.Sample(longest)).Version);
        if (version < 22) Assert.Equal(version + 1, Read(JwsTexts.Sample(longest + 1)).Version);
    }

    [Fact]
    public void A_card_stands_in_two_segments_at_level_M() =>
        JwsTexts.OfLength(1, 927).Sample(
            jws =>
            {
                var reading = Read(jws);
                Assert.Equal('M', reading.Level);
                Assert.Equal([new("byte", "shc:/"), new("numeric", ShcText.Encode(jws)[5..])], reading.Segments);
            },
            iter: 60);

    [Fact]
    public void After_the_segments_come_zeros_to_the_byte_and_then_the_two_pad_codewords()
    {
        var rest = Read(JwsTexts.Sample(900)).Rest;
        var zeros = rest.Length % 8;
        Assert.Equal(new string('0', zeros), rest[..zeros]);
        var pads = rest[zeros..].Chunk(8).Select(c => new string(c)).ToArray();
        Assert.True(pads.Length > 2);
        Assert.All(pads.Index(), p => Assert.Equal(p.Index % 2 == 0 ? "11101100" : "00010001", p.Item));
    }

    [Fact]
    public void The_longest_card_fills_version_22_without_room_for_a_terminator() => Assert.Empty(Read(JwsTexts.Sample(927)).Rest);

    [Fact]
    public void Different_cards_get_different_masks() =>
        Assert.True(Enumerable.Range(0, 20).Select(seed => Read(JwsTexts.Sample(300, seed)).Mask).Distinct().Count() >= 3);

    [Fact]
    public void The_same_card_gives_the_same_picture() =>
        Assert.Equal(Picture(JwsTexts.Sample(860)), Picture(JwsTexts.Sample(860)));

    [Fact]
    public void A_longer_card_is_refused_with_the_limit()
    {
        var refusal = Assert.Throws<ArgumentException>(() => Picture(JwsTexts.Sample(928)));
        Assert.Contains("927 characters of JWS", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("shc:/")]
    [InlineData("shc:/567")]
    [InlineData("shc:/56762\"")]
    [InlineData("shc:/1/2/567629")]
    [InlineData("SHC:/567629")]
    public void What_is_not_the_text_of_a_card_is_refused_and_not_repeated(string text)
    {
        var refusal = Assert.Throws<ArgumentException>(() => PassQrPicture.ToSvg(text));
        Assert.DoesNotContain("567", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_one_path_with_a_name_and_nothing_that_runs_or_styles()
    {
        var svg = XDocument.Parse(Picture(JwsTexts.Sample(860))).Root!;
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("crispEdges", svg.Attribute("shape-rendering")!.Value);
        Assert.NotEmpty(svg.Attribute("aria-label")!.Value);
        Assert.Equal(["rect", "path"], svg.Elements().Select(e => e.Name.LocalName));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "href" or "class" or "onload");
    }

    [Fact]
    public void A_native_code_s_content_stands_in_one_segment_and_is_read_as_it_was()
    {
        foreach (var content in (string[])["B", "BJJKB:lH9xdhOtneDnxaquzbnyqKQR", new('x', 256)])
        {
            var reading = new QrReader(QrPicture.Read(PassQrPicture.NativeToSvg(content))).Read();
            Assert.Equal('M', reading.Level);
            Assert.Equal([new("byte", content)], reading.Segments);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("码")]
    public void What_is_no_native_code_s_content_is_refused(string content) => Assert.Throws<ArgumentException>(() => PassQrPicture.NativeToSvg(content));

    [Fact]
    public void The_picture_of_the_longest_card_stays_under_twenty_kilobytes() =>
        Assert.InRange(Picture(JwsTexts.Sample(927)).Length, 10_000, 20_000);

    private static string Picture(string jws) => PassQrPicture.ToSvg(ShcText.Encode(jws));

    private static QrReading Read(string jws) => new QrReader(QrPicture.Read(Picture(jws))).Read();
}
