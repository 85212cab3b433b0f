using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class MaskedIdentityTests
{
    private static readonly MaskedIdentity Person = MaskedIdentity.Of(
        Documents.Name("欧阳修文"), Documents.Sound(DocumentType.ResidentId, "110101190003070010"));

    [Fact]
    public void It_prints_nothing_of_the_number_or_the_given_name()
    {
        Assert.DoesNotContain("0101190003070", Person.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("修", Person.ToString(), StringComparison.Ordinal);
        Assert.Contains("11**************10", Person.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("110101190003070010", true)]
    [InlineData("110105196603071810", true)]
    [InlineData("120101190003070012", false)]
    [InlineData("11010519491231002X", false)]
    public void A_document_shown_at_a_desk_fits_or_does_not(string number, bool fits) =>
        Assert.Equal(fits, Person.IsConsistentWith(Documents.Sound(DocumentType.ResidentId, number)));

    [Fact]
    public void The_same_number_as_another_kind_of_document_does_not_fit()
    {
        var permit = MaskedIdentity.Of(Documents.Name("张三"), Documents.Sound(DocumentType.TaiwanTravelPermit, "01234567"));
        Assert.False(permit.IsConsistentWith(Documents.Sound(DocumentType.Passport, "01234567")));
    }
}
