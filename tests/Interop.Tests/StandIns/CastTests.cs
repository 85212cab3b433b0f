using HealthBao.Contracts.Identity;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.StandIns;

public sealed class CastTests
{
    private static readonly Citizen[] Everybody = [.. BeijingCast.All, .. TianjinCast.All];

    [Fact]
    public void No_two_people_share_a_document_a_code_or_a_reference()
    {
        Assert.Distinct(Everybody.Select(c => c.DocumentNumber));
        Assert.Distinct(Everybody.Select(c => c.NativeCode));
        Assert.Distinct(Everybody.Select(c => c.Subject));
    }

    [Fact]
    public void Every_document_is_sound_and_normalised() => Assert.All(Everybody, citizen =>
    {
        Assert.Equal(DocumentFault.None, IdentityDocument.TryCreate(citizen.DocumentType, citizen.DocumentNumber, out var document));
        Assert.Equal(citizen.DocumentNumber, document!.Number);
    });

    [Fact]
    public void Each_cast_has_every_kind_of_document_a_compound_surname_and_a_rare_character() =>
        Assert.All(new[] { BeijingCast.All, TianjinCast.All }, cast =>
        {
            Assert.Equal(DocumentTypes.All, cast.Select(c => c.DocumentType).Distinct().Order());
            Assert.Contains(cast, c => c.Name.StartsWith("欧阳", StringComparison.Ordinal));
            Assert.Contains(cast, c => c.Name.Contains('\uD842'));
        });

    [Fact]
    public void Somebody_has_each_native_code()
    {
        Assert.Equal(["-1", "-3", "-7", "0", "1", "11", "2", "30", "4", "41", "51"], Codes(BeijingCast.All));
        Assert.Equal(["green", "init", "orange", "red", "yellow"], Codes(TianjinCast.All));
    }

    private static IEnumerable<string> Codes(IEnumerable<Citizen> cast) =>
        cast.Select(c => c.Native).Distinct().Order(StringComparer.Ordinal);
}
