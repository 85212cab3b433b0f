using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Pass;

namespace HealthBao.Contracts.Tests.Regions;

public sealed class AuthorityCodeTests
{
    [Theory]
    [InlineData("110000/CDC", "110000", "CDC", "110000")]
    [InlineData("110105/COMMUNITY", "110105", "COMMUNITY", "110000")]
    [InlineData("130502003/STREET", "130502003", "STREET", "130000")]
    [InlineData("120101001002/COMMUNITY", "120101001002", "COMMUNITY", "120000")]
    [InlineData("990001001002/A-OFFICE-2", "990001001002", "A-OFFICE-2", "990000")]
    public void A_division_and_an_office_are_read(string text, string division, string office, string province)
    {
        Assert.True(AuthorityCode.TryParse(text, out var code));
        Assert.Equal((text, division, office, province), (code.Value, code.Division, code.Office, code.Province.Value));
        Assert.True(code.IsOf(RegionCode.Parse(province)));
        Assert.False(code.IsOf(RegionCode.Parse("140000")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/CDC")]
    [InlineData("110000/")]
    [InlineData("110000")]
    [InlineData("010000/CDC")]
    [InlineData("11000/CDC")]
    [InlineData("1100001/CDC")]
    [InlineData("１１００００/CDC")]
    [InlineData("110000/cdc")]
    [InlineData("110000/C")]
    [InlineData("110000/2CDC")]
    [InlineData("110000/CDC-")]
    [InlineData("110000/C D")]
    [InlineData("110000/疾控")]
    [InlineData("110000/CDC/1")]
    [InlineData("110000/ABCDEFGHIJK")]
    [InlineData("110000/CDC\n")]
    public void Anything_else_is_not(string? text) => Assert.False(AuthorityCode.TryParse(text, out _));

    [Fact]
    public void The_default_value_is_nobody_s_office()
    {
        Assert.Equal(("", "", "000000"), (default(AuthorityCode).Value, default(AuthorityCode).Office, default(AuthorityCode).Province.Value));
        Assert.False(default(AuthorityCode).IsOf(default));
    }

    [Fact]
    public void The_longest_office_fits_the_card_of_the_longest_passes()
    {
        // The shared code's longest word, the documents' longest kind, a name that deflates badly; signatures do not change the length.
        var (random, region) = (new Random(1), MadeUpRegion.Beijing);
        for (var n = 0; n < 300; n++)
        {
            var office = string.Concat(Enumerable.Range(0, 10).Select(i => (char)random.Next('A', 'Z' + 1)));
            Assert.True(AuthorityCode.TryParse($"{random.NextInt64(110000000000, 120000000000)}/{office}", out var code));
            Assert.Equal(AuthorityCode.MaxLength, code.Value.Length);
            var number = $"9{random.Next(0, 9)}**************{random.Next(10, 99)}";
            var statement = region.Statement with
            {
                Status = HealthStatus.CentralObservation,
                NativeCode = "2",
                Authority = code.Value,
                StatusIndex = random.Next(1 << 24),
                Person = new(DocumentType.ForeignPermanentResidentId, number, new("𠮷", "***")),
                AsOf = region.Statement.AsOf.AddSeconds(-random.Next(3600)),
            };
            Assert.Equal(PassFit.Fits, PassSigner.TrySign(statement, region.DayKey, out _));
        }
    }
}
