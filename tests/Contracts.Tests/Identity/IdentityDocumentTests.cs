using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class IdentityDocumentTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData("110101190003070010")]
    [InlineData("120101190003070012")]
    [InlineData("130502190003070012")]
    [InlineData("130602190003070018")]
    public void A_textbook_resident_ID_is_sound(string number) =>
        Assert.Equal(number, Documents.Sound(DocumentType.ResidentId, number).Number);

    [Theory]
    [InlineData("810000199001010019")]
    [InlineData("820000199001010010")]
    [InlineData("830000199001010012")]
    public void A_textbook_residence_permit_is_sound(string number) =>
        Assert.Equal(number, Documents.Sound(DocumentType.HmtResidencePermit, number).Number);

    [Theory]
    [InlineData(DocumentType.HmTravelPermit, "H12345678")]
    [InlineData(DocumentType.HmTravelPermit, "M87654321")]
    [InlineData(DocumentType.TaiwanTravelPermit, "01234567")]
    [InlineData(DocumentType.Passport, "E1234")]
    [InlineData(DocumentType.Passport, "EA1234567")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "USA110080010101")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "911124198108030024")]
    public void A_sound_number_of_every_other_kind_is_taken(DocumentType type, string number) =>
        Assert.Equal(number, Documents.Sound(type, number).Number);

    [Theory]
    [InlineData("000000")]
    [InlineData("110103")] // 崇文区, dissolved in 2010; still on cards
    [InlineData("999999")]
    public void A_region_prefix_that_nobody_lists_is_no_fault(string prefix)
    {
        var seventeen = prefix + "19660307001";
        Documents.Sound(DocumentType.ResidentId, seventeen + DocumentGen.CheckCharacter(seventeen));
    }

    [Theory]
    [InlineData(DocumentType.ResidentId, "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X")]
    [InlineData(DocumentType.ResidentId, "11010519491231002x", "11010519491231002X")]
    [InlineData(DocumentType.ResidentId, "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X")]
    [InlineData(DocumentType.ResidentId, " 110105 19491231 002X ", "11010519491231002X")]
    [InlineData(DocumentType.ResidentId, "110105\u300019491231\u00A0002X", "11010519491231002X")]
    [InlineData(DocumentType.Passport, "ｅa 1234567", "EA1234567")]
    [InlineData(DocumentType.HmTravelPermit, "h 1234 5678", "H12345678")]
    [InlineData(DocumentType.ForeignPermanentResidentId, "usa110080010101", "USA110080010101")]
    public void Full_width_forms_spaces_and_lower_case_are_normalised(DocumentType type, string typed, string number) =>
        Assert.Equal(number, Documents.Sound(type, typed).Number);

    [Fact]
    public void Reissue_digits_are_not_part_of_the_identity()
    {
        var first = Documents.Sound(DocumentType.HmTravelPermit, "H12345678");
        var third = Documents.Sound(DocumentType.HmTravelPermit, "H1234567802");
        Assert.Equal("H12345678", third.Number);
        Assert.Equal(first, third);
        Assert.Equal(first.GetHashCode(), third.GetHashCode());
    }

    [Fact]
    public void The_same_number_in_another_kind_is_another_document() =>
        Assert.NotEqual(
            Documents.Sound(DocumentType.TaiwanTravelPermit, "01234567"), Documents.Sound(DocumentType.Passport, "01234567"));

    [Theory]
    [InlineData(DocumentType.ResidentId, null, DocumentFault.Missing)]
    [InlineData(DocumentType.ResidentId, "", DocumentFault.Missing)]
    [InlineData(DocumentType.Passport, " \u3000 ", DocumentFault.Missing)]
    [InlineData(DocumentType.ResidentId, "110101190003071", DocumentFault.Length)]
    [InlineData(DocumentType.ResidentId, "1101011900030700100", DocumentFault.Length)]
    [InlineData(DocumentType.ResidentId, "11010119000307001Y", DocumentFault.Characters)]
    [InlineData(DocumentType.ResidentId, "1101X1190003070010", DocumentFault.Characters)]
    [InlineData(DocumentType.ResidentId, "11010119000307001\u0660", DocumentFault.Characters)]
    [InlineData(DocumentType.ResidentId, "110101190002300010", DocumentFault.BirthDate)]
    [InlineData(DocumentType.ResidentId, "110101190002290010", DocumentFault.BirthDate)]
    [InlineData(DocumentType.ResidentId, "110101190013010010", DocumentFault.BirthDate)]
    [InlineData(DocumentType.ResidentId, "110101190003070011", DocumentFault.CheckDigit)]
    [InlineData(DocumentType.ResidentId, "11010119000307001X", DocumentFault.CheckDigit)]
    [InlineData(DocumentType.HmtResidencePermit, "110101190003070010", DocumentFault.Prefix)]
    [InlineData(DocumentType.HmtResidencePermit, "810000199001010018", DocumentFault.CheckDigit)]
    [InlineData(DocumentType.HmtResidencePermit, "810000199002300019", DocumentFault.BirthDate)]
    [InlineData(DocumentType.HmTravelPermit, "A12345678", DocumentFault.Prefix)]
    [InlineData(DocumentType.HmTravelPermit, "H1234567", DocumentFault.Length)]
    [InlineData(DocumentType.HmTravelPermit, "H123456780", DocumentFault.Length)]
    [InlineData(DocumentType.HmTravelPermit, "H1234567X", DocumentFault.Characters)]
    [InlineData(DocumentType.TaiwanTravelPermit, "1234567", DocumentFault.Length)]
    [InlineData(DocumentType.TaiwanTravelPermit, "T1234567", DocumentFault.Characters)]
    [InlineData(DocumentType.Passport, "E123", DocumentFault.Length)]
    [InlineData(DocumentType.Passport, "E123456789", DocumentFault.Length)]
    [InlineData(DocumentType.Passport, "E12-4567", DocumentFault.Characters)]
    [InlineData(DocumentType.Passport, "护照12345", DocumentFault.Characters)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "US1110080010101", DocumentFault.Prefix)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "USA11008001010", DocumentFault.Length)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "USA11008001010A", DocumentFault.Characters)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "110101190003070010", DocumentFault.Prefix)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "911124198108030025", DocumentFault.CheckDigit)]
    [InlineData(DocumentType.ForeignPermanentResidentId, "911124198113030024", DocumentFault.BirthDate)]
    public void Each_fault_is_named(DocumentType type, string? typed, DocumentFault fault) =>
        Assert.Equal(fault, Documents.Fault(type, typed));

    [Fact]
    public void A_kind_that_is_none_of_the_six_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IdentityDocument.TryCreate((DocumentType)6, "12345678", out _));
}
