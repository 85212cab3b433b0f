using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Sandbox.People;

/// <summary>A made-up person at one region's own system, as <c>sandbox.json</c> lists them.</summary>
/// <param name="Region">The home region, for example <c>130000</c>.</param>
/// <param name="Source">The system that holds the person: <c>beijing</c>, <c>tianjin</c>, <c>hebei</c>, <c>xingtai</c>, <c>baoding</c>.</param>
/// <param name="NativeCode">The content of the person's own QR, or null where the system has none.</param>
/// <param name="Subject">The reference the native system itself uses for the person.</param>
/// <param name="Native">The native code now.</param>
/// <param name="Expected">The shared status that follows from it.</param>
public sealed record Citizen(
    string Region,
    string Source,
    string Name,
    DocumentType DocumentType,
    string DocumentNumber,
    string? NativeCode,
    string Subject,
    string Native,
    HealthStatus Expected)
{
    public MaskedIdentity Masked =>
        PersonName.TryCreate(Name, out var name) && IdentityDocument.TryCreate(DocumentType, DocumentNumber, out var document) == DocumentFault.None
            ? MaskedIdentity.Of(name!, document!)
            : throw new InvalidOperationException("The sandbox made up a person whose document is not sound.");

    public override string ToString() => $"{Source} {Masked.Name} {Native}";
}
