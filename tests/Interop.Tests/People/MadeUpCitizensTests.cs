using System.Text.RegularExpressions;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.People;

public sealed class MadeUpCitizensTests
{
    private static readonly Citizen[] Many = [.. MadeUpCitizens.Make(20_000, seed: 20260301)];

    [Fact]
    public void The_same_seed_makes_the_same_people_and_more_of_them_begin_alike()
    {
        Assert.Equal(Many[..500], MadeUpCitizens.Make(500, seed: 20260301));
        Assert.NotEqual(Many[..500], MadeUpCitizens.Make(500, seed: 20260302));
        Assert.Empty(MadeUpCitizens.Make(0, seed: 1));
    }

    [Fact]
    public void Every_document_and_every_name_is_sound()
    {
        Assert.All(Many, c => Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(DocumentType.ResidentId, c.DocumentNumber, out _)));
        Assert.All(Many, c => Assert.True(PersonName.TryCreate(c.Name, out _)));
        Assert.Contains(Many, c => c.Masked.Name.Family.Length == 2);
    }

    [Fact]
    public void Nobody_shares_a_number_a_code_or_a_reference()
    {
        Assert.Equal(Many.Length, Many.Select(c => c.DocumentNumber).Distinct().Count());
        Assert.Equal(Many.Length, Many.Select(c => (c.Source, c.Subject)).Distinct().Count());
        var codes = Many.Where(c => c.NativeCode is not null).Select(c => c.NativeCode).ToArray();
        Assert.Equal(codes.Length, codes.Distinct().Count());
    }

    [Fact]
    public void Numbers_begin_with_a_county_of_the_source()
    {
        foreach (var citizen in Many)
        {
            var county = RegionDirectory.Find(RegionCode.Parse(citizen.DocumentNumber[..6]))!;
            Assert.Equal("county", county.Level);
            Assert.Equal(citizen.Region, county.Code.Province.Value);
            var city = county.Parent?.Value switch { "130500" => "xingtai", "130600" => "baoding", _ => null };
            if (citizen.Region == "130000") Assert.Equal(city ?? "hebei", citizen.Source);
        }
    }

    [Fact]
    public void No_number_can_be_that_of_a_person_written_by_hand() =>
        Assert.All(Many, c =>
        {
            Assert.InRange(int.Parse(c.DocumentNumber[6..10]), 1940, 1965);
            Assert.InRange(int.Parse(c.DocumentNumber[14..17]), 500, 999);
        });

    [Theory]
    [InlineData("beijing", "110000", @"^BJJKB:[\w-]{24}$", "^[0-9a-f]{32}$", "0 30 1 2 -3 11")]
    [InlineData("tianjin", "120000", @"^TJJKM:[\w-]{24}$", "^2088[0-9]{12}$", "green orange red init")]
    [InlineData("hebei", "130000", @"^HBJKM:[\w-]{24}$", "^[0-9a-f]{32}$", "00 01 10 20")]
    [InlineData("xingtai", "130000", null, @"^resident-id\|1305", "1 2 3")]
    [InlineData("baoding", "130000", null, @"^resident-id\|1306", "绿码 黄码 红码")]
    public void A_source_has_its_share_of_people_its_codes_and_its_references(
        string source, string region, string? code, string subject, string natives)
    {
        var people = Many.Where(c => c.Source == source).ToArray();
        Assert.Equal(Many.Length / 5, people.Length);
        Assert.All(people, c => Assert.Equal(region, c.Region));
        Assert.All(people, c => Assert.Matches(subject, c.Subject));
        Assert.All(people, c => Assert.True(code is null ? c.NativeCode is null : Regex.IsMatch(c.NativeCode!, code)));
        Assert.Equal(natives.Split(' ').Order(), people.Select(c => c.Native).Distinct().Order());
    }

    [Fact]
    public void About_97_in_a_hundred_are_green() =>
        Assert.InRange(Many.Count(c => c.Expected == HealthStatus.NoAbnormality), Many.Length * 0.96, Many.Length * 0.98);

    [Fact]
    public void A_status_follows_from_its_native_code_alone() =>
        Assert.All(Many.GroupBy(c => (c.Source, c.Native)), g => Assert.Single(g.Select(c => c.Expected).Distinct()));
}
