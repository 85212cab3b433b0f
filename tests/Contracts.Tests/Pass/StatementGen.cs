using CsCheck;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Tests.Identity;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>Sound statements of the made-up regions of 1 March 2026.</summary>
internal static class StatementGen
{
    private const string NameCharacters = "张李欧阳司马诸葛阿𠮷é\"\\<>&'O";

    private static readonly Gen<PersonName> Names = Gen.Int[0, NameCharacters.Length - 1].Array[1, 20].Select(indexes =>
    {
        // 𠮷 is two chars: half of it is replaced by a character of one.
        var text = string.Concat(indexes.Select(i => char.IsSurrogate(NameCharacters[i]) ? "𠮷" : NameCharacters[i].ToString()));
        return PersonName.TryCreate(text, out var name) ? name! : throw new InvalidOperationException(text);
    });

    // What the three regions' systems really say.
    private static readonly Gen<(MadeUpRegion Region, string System, HealthStatus Status, string Code, string? Office)> Natives = Gen.OneOf(
        Natively(MadeUpRegion.Beijing, "beijing", HealthStatus.NoAbnormality, ["0", "30"], [null]),
        Natively(MadeUpRegion.Beijing, "beijing", HealthStatus.CannotConfirm, ["-7", "51", "41"], [null]),
        Natively(MadeUpRegion.Beijing, "beijing", HealthStatus.HomeObservation, ["1"], ["110000", "110000/CDC", "110000/COMMUNITY"]),
        Natively(MadeUpRegion.Beijing, "beijing", HealthStatus.CentralObservation, ["2"], ["110000", "110000/CDC", "110000/COMMUNITY"]),
        Natively(MadeUpRegion.Tianjin, "tianjin", HealthStatus.HomeObservation, ["orange", "yellow"], ["120000"]),
        Natively(MadeUpRegion.Tianjin, "tianjin", HealthStatus.CentralObservation, ["red"], ["120000"]),
        Natively(MadeUpRegion.Hebei, "hebei", HealthStatus.HomeObservation, ["01"], ["130000"]),
        Natively(MadeUpRegion.Hebei, "xingtai", HealthStatus.CentralObservation, ["2"], ["130500"]),
        Natively(MadeUpRegion.Hebei, "baoding", HealthStatus.HomeObservation, ["黄码"], ["130600"]),
        Natively(MadeUpRegion.Hebei, "baoding", HealthStatus.CentralObservation, ["红码"], ["130600"]));

    private static readonly Gen<IdentityDocument> Documents = DocumentGen.Any.Select(d =>
        IdentityDocument.TryCreate(d.Type, d.Number, out var document) == DocumentFault.None ? document! : throw new InvalidOperationException(d.Type.Code()));

    public static readonly Gen<PassStatement> Any =
        from name in Names
        from document in Documents
        from second in Gen.Int[0, 86_398]
        from life in Gen.Int[1, 86_400]
        from age in Gen.Int[0, 86_400]
        from index in Gen.Int[0, 9_999_999]
        from native in Natives
        let notBefore = MadeUpRegion.Today.Start.AddSeconds(second)
        select new PassStatement
        {
            Issuer = native.Region.Issuer,
            NotBefore = notBefore,
            Expires = native.Office is null ? notBefore.AddSeconds(Math.Min(life, 86_400 - second)) : MadeUpRegion.Today.End,
            StatusIndex = index,
            Person = MaskedIdentity.Of(name, document),
            Status = native.Status,
            NativeSystem = FhirSystems.Native(native.System),
            NativeCode = native.Code,
            AsOf = notBefore.AddSeconds(-age),
            Authority = native.Office,
        };

    private static Gen<(MadeUpRegion Region, string System, HealthStatus Status, string Code, string? Office)> Natively(
        MadeUpRegion region, string system, HealthStatus status, string[] codes, string?[] offices) =>
        from code in Gen.OneOf(codes)
        from office in Gen.OneOf(offices)
        select (region, system, status, code, office);
}
