using HealthBao.Contracts.Regions;

namespace HealthBao.Contracts.Tests.Regions;

public sealed class RegionCodeTests
{
    [Theory]
    [InlineData("130502", "130000", false)]
    [InlineData("130500", "130000", false)]
    [InlineData("110000", "110000", true)]
    [InlineData("990000", "990000", true)]
    public void A_code_knows_its_province(string code, string province, bool isProvince)
    {
        Assert.Equal(RegionCode.Parse(province), RegionCode.Parse(code).Province);
        Assert.Equal(isProvince, RegionCode.Parse(code).IsProvince);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("11000")]
    [InlineData("1100000")]
    [InlineData("011000")]
    [InlineData("11000a")]
    [InlineData(" 11000")]
    [InlineData("１１００００")]
    [InlineData("-10000")]
    public void Anything_but_six_digits_is_refused(string? text)
    {
        Assert.False(RegionCode.TryParse(text, out var code));
        Assert.Equal("000000", code.Value);
        Assert.Throws<FormatException>(() => RegionCode.Parse(text!));
    }
}
