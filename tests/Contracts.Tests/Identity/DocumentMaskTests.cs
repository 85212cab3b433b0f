using CsCheck;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class DocumentMaskTests
{
    [Theory]
    [InlineData(DocumentType.ResidentId, "110101190003070010", "11**************10")]
    [InlineData(DocumentType.ResidentId, "11010519491231002X", "11**************2X")]
    [InlineData(DocumentType.HmTravelPermit, "H1234567801", "H1*****78")]
    [InlineData(DocumentType.TaiwanTravelPermit, "01234567", "01****67")]
    [InlineData(DocumentType.Passport, "E1234567", "E1****67")]
    [InlineData(DocumentType.Passport, "E123456", "E*****6")]
    [InlineData(DocumentType.Passport, "E1234", "E***4")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "USA110080010101", "US***********01")]
    public void The_ends_show_and_the_middle_does_not(DocumentType type, string number, string mask) =>
        Assert.Equal(mask, Documents.Sound(type, number).MaskedNumber);

    [Theory]
    [InlineData("1")]
    [InlineData("12")]
    public void A_number_too_short_to_hide_anything_is_hidden_whole(string number) =>
        Assert.Equal(new string('*', number.Length), DocumentMask.Of(number));

    [Fact]
    public void A_mask_is_as_long_as_the_number_and_shows_no_more_than_its_ends() =>
        DocumentGen.Any.Sample(
            d =>
            {
                var mask = DocumentMask.Of(d.Number);
                var seen = d.Number.Length < 8 ? 1 : 2;
                return mask.Length == d.Number.Length && mask[..seen] == d.Number[..seen] && mask[^seen..] == d.Number[^seen..]
                    && mask[seen..^seen].All(c => c == '*');
            },
            iter: 3_000);

    [Fact]
    public void A_mask_has_the_shape_of_a_mask_and_masking_it_again_changes_nothing() =>
        DocumentGen.Any.Sample(d => DocumentMask.Of(d.Number) is var mask && DocumentMask.IsMask(mask) && DocumentMask.Of(mask) == mask);

    [Fact]
    public void A_number_in_the_clear_is_never_taken_for_a_mask() =>
        DocumentGen.Any.Sample(d => !DocumentMask.IsMask(d.Number));

    [Theory]
    [InlineData("")]
    [InlineData("****")]
    [InlineData("E**4")]
    [InlineData("******************")]
    [InlineData("110***********10")]
    [InlineData("11*********1*****10")]
    [InlineData("11************1*10")]
    [InlineData("e***4")]
    [InlineData("张***4")]
    [InlineData("11***************10")]
    public void Anything_else_is_not_a_mask(string text) => Assert.False(DocumentMask.IsMask(text));

    [Fact]
    public void A_mask_is_one_of_its_own_kind_and_a_character_more_or_less_is_none() => DocumentGen.Any.Sample(d =>
    {
        var mask = Documents.Sound(d.Type, d.Number).MaskedNumber;
        var half = mask.Length / 2;
        return DocumentMask.IsMaskOf(d.Type, mask) && !DocumentMask.IsMaskOf(d.Type, mask + "0") && !DocumentMask.IsMaskOf(d.Type, d.Number)
            && (d.Type == DocumentType.Passport || (!DocumentMask.IsMaskOf(d.Type, mask.Insert(half, "*")) && !DocumentMask.IsMaskOf(d.Type, mask.Remove(half, 1))));
    });

    [Theory]
    [InlineData(DocumentType.ResidentId, "AB**************CD")]
    [InlineData(DocumentType.ResidentId, "11*************2X")]
    [InlineData(DocumentType.HmtResidencePermit, "91**************2X")]
    [InlineData(DocumentType.HmTravelPermit, "K1*****78")]
    [InlineData(DocumentType.HmTravelPermit, "H1*******78")]
    [InlineData(DocumentType.TaiwanTravelPermit, "A1****78")]
    [InlineData(DocumentType.Passport, "E1******78")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "1A***********78")]
    public void What_no_number_of_the_kind_shows_is_no_mask_of_it(DocumentType type, string text) => Assert.False(DocumentMask.IsMaskOf(type, text));

    [Fact]
    public void What_a_document_prints_is_its_kind_and_its_mask() =>
        DocumentGen.Any.Sample(
            d => Documents.Sound(d.Type, d.Number).ToString() == $"{d.Type.Code()} {DocumentMask.Of(d.Number)}");
}
