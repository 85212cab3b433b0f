using CsCheck;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Identity;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Sound statements of the made-up Beijing of 1 March 2026.</summary>
internal static class StatementGen
{
    private const string NameCharacters = "张李欧阳司马诸葛阿𠮷é\"\\<>&'O";

    private static readonly Gen<PersonName> Names = Gen.Int[0, NameCharacters.Length - 1].Array[1, 20].Select(indexes =>
    {
        // 𠮷 is two chars: half of it is replaced by a character of one.
        var text = string.Concat(indexes.Select(i => char.IsSurrogate(NameCharacters[i]) ? "𠮷" : NameCharacters[i].ToString()));
        return PersonName.TryCreate(text, out var name) ? name! : throw new InvalidOperationException(text);
    });

    // What the three regions' systems really write.
    private static readonly Gen<(string System, string Code, string Office)> Natives = Gen.OneOf(
        Natively("beijing", ["0", "30", "1", "2", "-7", "51"], ["110000", "110000/CDC", "110000/COMMUNITY"]),
        Natively("tianjin", ["green", "orange", "red", "init"], ["120000"]),
        Natively("hebei", ["00", "01", "10", "20"], ["130000"]),
        Natively("xingtai", ["0", "1", "2"], ["130500"]),
        Natively("baoding", ["绿码", "黄码", "红码", "无码"], ["130600"]));

    private static readonly Gen<IdentityDocument> Documents = DocumentGen.Any.Select(d =>
        IdentityDocument.TryCreate(d.Type, d.Number, out var document) == DocumentFault.None ? document! : throw new InvalidOperationException(d.Type.Code()));

    public static readonly Gen<PassStatement> Any =
        from name in Names
        from document in Documents
        from second in Gen.Int[0, 86_398]
        from life in Gen.Int[1, 86_400]
        from age in Gen.Int[0, 1_000_000]
        from index in Gen.Int[0, 99_999_999]
        from status in Gen.OneOf(HealthStatus.NoAbnormality, HealthStatus.HomeObservation, HealthStatus.CentralObservation, HealthStatus.CannotConfirm)
        from native in Natives
        let notBefore = MadeUpRegion.Today.Start.AddSeconds(second)
        select new PassStatement
        {
            Issuer = MadeUpRegion.Beijing.Issuer,
            NotBefore = notBefore,
            Expires = notBefore.AddSeconds(Math.Min(life, 86_400 - second)),
            StatusIndex = index,
            Person = MaskedIdentity.Of(name, document),
            Status = status,
            NativeSystem = FhirSystems.Native(native.System),
            NativeCode = native.Code,
            AsOf = notBefore.AddSeconds(-age),
            Authority = PassStatement.NeedsAuthority(status) ? native.Office : null,
        };

    private static Gen<(string System, string Code, string Office)> Natively(string system, string[] codes, string[] offices) =>
        from code in Gen.OneOf(codes)
        from office in Gen.OneOf(offices)
        select (system, code, office);
}
