using CsCheck;
using HealthBao.Contracts.Identity;

namespace HealthBao.Contracts.Tests.Identity;

public sealed class IdentityDocumentProperties
{
    [Fact]
    public void Every_sound_number_is_taken_as_it_is() =>
        DocumentGen.Any.Sample(d => Documents.Sound(d.Type, d.Number).Number == d.Number, iter: 5_000);

    [Fact]
    public void Every_change_of_one_digit_of_a_resident_ID_is_caught() =>
        Gen.Select(DocumentGen.ResidentIds, Gen.Int[0, 17], Gen.Int[1, 9]).Sample(
            (number, place, change) =>
            {
                var digits = number.ToCharArray();
                digits[place] = digits[place] == 'X' ? (char)('0' + change) : (char)('0' + ((digits[place] - '0' + change) % 10));
                var fault = Documents.Fault(DocumentType.ResidentId, new string(digits));
                return fault is DocumentFault.CheckDigit or DocumentFault.BirthDate;
            },
            iter: 20_000);

    [Fact]
    public void Every_exchange_of_two_neighbouring_digits_is_caught() =>
        Gen.Select(DocumentGen.ResidentIds, Gen.Int[0, 15]).Sample(
            (number, place) =>
            {
                if (number[place] == number[place + 1]) return true;
                var digits = number.ToCharArray();
                (digits[place], digits[place + 1]) = (digits[place + 1], digits[place]);
                return Documents.Fault(DocumentType.ResidentId, new string(digits)) != DocumentFault.None;
            },
            iter: 20_000);

    [Fact]
    public void Whatever_is_typed_is_judged_without_an_exception() =>
        Gen.Select(Gen.Enum<DocumentType>(), Gen.String[Gen.Char, 0, 24]).Sample(
            (type, typed) => Enum.IsDefined(Documents.Fault(type, typed)), iter: 5_000);

    [Fact]
    public void A_normalised_number_stays_as_it_is() =>
        Gen.Select(DocumentGen.Any, Gen.Bool).Sample((d, fullWidth) =>
        {
            var typed = fullWidth ? string.Concat(d.Number.Select(c => (char)(c + 0xFEE0))) : " " + d.Number.ToLowerInvariant() + " ";
            var document = Documents.Sound(d.Type, typed);
            return document.Equals(Documents.Sound(d.Type, document.Number));
        });
}
