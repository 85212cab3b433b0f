using System.Security.Cryptography;
using HealthBao.Contracts.Regions;

namespace HealthBao.Contracts.Tests.Regions;

public sealed class RegionDirectoryTests
{
    [Fact]
    public void It_has_213_rows_of_three_levels()
    {
        Assert.Equal(213, RegionDirectory.All.Count);
        Assert.Equal(["110000", "120000", "130000"], OfLevel("province").Select(r => r.Code.Value));
        Assert.Equal(11, OfLevel("prefecture").Count());
        Assert.All(OfLevel("prefecture"), r => Assert.Equal("130000", r.Parent?.Value));
        Assert.Equal(199, OfLevel("county").Count());
    }

    [Fact]
    public void It_says_what_the_table_says_row_by_row()
    {
        using var table = new StreamReader(typeof(RegionDirectory).Assembly.GetManifestResourceStream("gb2260-jjj.csv")!);
        Assert.Equal("code,name,level,parent", table.ReadLine());
        var rows = table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(rows, RegionDirectory.All.Select(r => $"{r.Code},{r.Name},{r.Level},{r.Parent}"));
    }

    [Fact]
    public void Its_table_is_the_one_that_was_handed_over()
    {
        using var table = typeof(RegionDirectory).Assembly.GetManifestResourceStream("gb2260-jjj.csv")!;
        Assert.Equal("c455a513dfff2e089f666f390eb47e1d040b53c8250af55a0fc16f3b1b452cf5", Convert.ToHexStringLower(SHA256.HashData(table)));
    }

    [Fact]
    public void Every_row_but_a_province_lies_under_a_row_of_the_table()
    {
        foreach (var region in RegionDirectory.All.Where(r => r.Level != "province"))
            Assert.Equal(region.Code.Province, RegionDirectory.Find(region.Parent!.Value)!.Code.Province);
    }

    [Theory]
    [InlineData("110105", "朝阳区")]
    [InlineData("130500", "邢台市")]
    [InlineData("130600", "保定市")]
    public void A_row_is_found_by_its_code(string code, string name) =>
        Assert.Equal(name, RegionDirectory.Find(RegionCode.Parse(code))!.Name);

    [Fact]
    public void A_code_that_was_given_up_is_not_found() => Assert.Null(RegionDirectory.Find(RegionCode.Parse("110103")));

    [Fact]
    public void The_default_code_is_not_found() => Assert.Null(RegionDirectory.Find(default));

    private static IEnumerable<Region> OfLevel(string level) => RegionDirectory.All.Where(r => r.Level == level);
}
