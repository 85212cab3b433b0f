using CsCheck;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class MaskedNameTests
{
    private static readonly Gen<string> Names = Gen.String[
        Gen.OneOf(Gen.Char['一', '龥'], Gen.Char['A', 'Z'], Gen.Char["欧阳司马诸葛·"]), 1, 20];

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张**")]
    [InlineData("欧阳修", "欧阳*")]
    [InlineData("司马相如", "司马**")]
    [InlineData("欧阳", "欧*")]
    [InlineData("张", "张")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("张𠮷", "张*")]
    [InlineData("欧阳𠮷", "欧阳*")]
    [InlineData("John Smith", "J*********")]
    [InlineData("阿卜杜拉·买买提", "阿*******")]
    [InlineData("  张三　", "张*")]
    public void The_surname_shows_and_the_rest_does_not(string name, string mask) =>
        Assert.Equal(mask, Documents.Name(name).ToString());

    [Fact]
    public void A_mask_has_one_sign_for_each_character_of_the_name() =>
        Names.Sample(name => Documents.Name(name).ToString().EnumerateRunes().Count() == name.EnumerateRunes().Count());

    [Fact]
    public void A_mask_shows_one_character_or_a_compound_surname() =>
        Names.Sample(name =>
        {
            var mask = MaskedName.Of(Documents.Name(name));
            return name.StartsWith(mask.Family, StringComparison.Ordinal) && mask.Given.All(c => c == '*')
                && (mask.Family.EnumerateRunes().Count() == 1 || (mask.Family.EnumerateRunes().Count() == 2 && mask.Given.Length > 0));
        });

    [Fact]
    public void A_mask_reads_back_as_itself_and_fits_its_name() =>
        Names.Sample(typed =>
        {
            var name = Documents.Name(typed);
            return MaskedName.TryParse(name.ToString(), out var mask) && mask == name.Masked && mask.IsConsistentWith(name);
        });

    [Theory]
    [InlineData("张*")]
    [InlineData("欧阳*")]
    [InlineData("欧*")]
    [InlineData("𠮷*")]
    [InlineData("张")]
    [InlineData(" 张* ")]
    public void A_mask_of_another_system_is_read(string text)
    {
        Assert.True(MaskedName.TryParse(text, out var name));
        Assert.Equal(text.Trim(), name.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("**")]
    [InlineData("*三")]
    [InlineData("张三")]
    [InlineData("张三*")]
    [InlineData("张*丰")]
    [InlineData("欧阳修")]
    [InlineData("张三丰*")]
    [InlineData("\u0001*")]
    [InlineData("\ud842*")]
    public void A_name_in_the_clear_or_no_name_is_refused(string? text) => Assert.False(MaskedName.TryParse(text, out _));

    [Fact]
    public void A_compound_surname_that_is_the_whole_name_is_not_a_mask() => Assert.False(MaskedName.TryParse("欧阳", out _));

    [Fact]
    public void A_mask_longer_than_any_name_is_refused()
    {
        Assert.True(MaskedName.TryParse("张" + new string('*', PersonName.MaxLength - 1), out _));
        Assert.False(MaskedName.TryParse("张" + new string('*', PersonName.MaxLength), out _));
    }

    [Fact]
    public void Another_name_with_the_same_mask_is_consistent_and_one_with_another_length_is_not()
    {
        var mask = Documents.Name("张三").Masked;
        Assert.True(mask.IsConsistentWith(Documents.Name("张四")));
        Assert.False(mask.IsConsistentWith(Documents.Name("张三丰")));
        Assert.False(mask.IsConsistentWith(Documents.Name("李三")));
    }
}
