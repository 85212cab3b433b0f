using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class DocumentFaultsTests
{
    [Fact]
    public void Every_fault_of_every_kind_has_words_that_name_the_kind()
    {
        foreach (var type in DocumentTypes.All)
            foreach (var fault in Enum.GetValues<DocumentFault>())
            {
                var words = DocumentFaults.Describe(type, fault);
                Assert.StartsWith(type.Words().Zh, words.Zh, StringComparison.Ordinal);
                Assert.StartsWith(type.Words().En, words.En, StringComparison.Ordinal);
                Assert.DoesNotContain(words.Zh, char.IsAsciiDigit);
            }
    }

    [Fact]
    public void A_wrong_check_digit_asks_to_compare_with_the_card() =>
        Assert.Contains("check digit", DocumentFaults.Describe(DocumentType.ResidentId, DocumentFault.CheckDigit).En, StringComparison.Ordinal);
}
