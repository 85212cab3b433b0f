using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class DocumentTypesTests
{
    [Fact]
    public void The_six_codes_are_those_of_the_shared_standard() =>
        Assert.Equal(
            ["resident-id", "hmt-residence-permit", "hm-travel-permit", "taiwan-travel-permit", "passport", "foreign-permanent-resident-id"],
            DocumentTypes.All.Select(t => t.Code()));

    [Fact]
    public void Codes_and_systems_read_back()
    {
        foreach (var type in DocumentTypes.All)
        {
            Assert.True(DocumentTypes.TryParse(type.Code(), out var byCode));
            Assert.True(DocumentTypes.TryParseSystem(type.System(), out var bySystem));
            Assert.Equal((type, type), (byCode, bySystem));
            Assert.Equal(FhirSystems.Document + type.Code(), type.System());
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Resident-Id")]
    [InlineData("resident-id ")]
    [InlineData("0")]
    public void Any_other_code_is_refused(string? code)
    {
        Assert.False(DocumentTypes.TryParse(code, out _));
        Assert.False(DocumentTypes.TryParseSystem(FhirSystems.Document + code, out _));
    }
}
