using HealthBao.Contracts.Regions;
using HealthBao.HealthCode.Calls;

namespace HealthBao.HealthCode.Tests.Calls;

public sealed class OfficeLadderTests
{
    [Theory]
    [InlineData("110105001002/COMMUNITY", "110105001/COMMUNITY")]
    [InlineData("110105001/COMMUNITY", "110105/COMMUNITY")]
    [InlineData("110105000000/COMMUNITY", "110000/COMMUNITY")]
    [InlineData("110105/COMMUNITY", "110000/COMMUNITY")]
    [InlineData("110000/COMMUNITY", "110000/HEALTH")]
    [InlineData("110000/CDC", "110000/HEALTH")]
    [InlineData("130502/COMMUNITY", "130500/COMMUNITY")]
    [InlineData("130500/COMMUNITY", "130000/COMMUNITY")]
    public void Above_an_office_stands_the_next_division_s_and_last_the_health_office(string office, string above) =>
        Assert.Equal(above, OfficeLadder.Above(Code(office))?.Value);

    [Fact]
    public void Above_the_region_s_health_office_stands_nobody() => Assert.Null(OfficeLadder.Above(Code("110000/HEALTH")));

    [Fact]
    public void An_office_is_the_same_however_long_its_division_is_written()
    {
        Assert.True(OfficeLadder.IsSame(Code("110105/COMMUNITY"), "110105000000/COMMUNITY"));
        Assert.False(OfficeLadder.IsSame(Code("110105/COMMUNITY"), "110105001/COMMUNITY"));
        Assert.False(OfficeLadder.IsSame(Code("110000/CDC"), "110000/HEALTH"));
    }

    private static AuthorityCode Code(string text) => AuthorityCode.TryParse(text, out var code) ? code : throw new InvalidOperationException(text);
}
