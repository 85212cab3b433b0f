using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Enquiry;

/// <summary>What a region's own system said of one person, mapped by the region's concept map.</summary>
/// <param name="Person">Masked already; nothing more of the person goes further than the source.</param>
/// <param name="System">The native code system's address (<c>FhirSystems.Native("beijing")</c>); a city's system means city scope.</param>
/// <param name="Code">The native code.</param>
/// <param name="Status">What the map makes of it; <see cref="HealthStatus.CannotConfirm"/> when the map does not list it.</param>
/// <param name="AsOf">The instant of the source's data, or of receipt where the source tells none.</param>
/// <param name="Subject">The reference the native system itself uses for the person (<c>userUUID</c>, <c>user_id</c>, <c>uuid</c>);
/// where it has none, kind and number of the document. Personal data: only its HMAC is kept.</param>
/// <param name="Authority">The office that assigned the status, for example <c>110000/CDC</c>; the region's code where the source does not tell.</param>
public sealed record NativeStatement(
    MaskedIdentity Person, string System, string Code, HealthStatus Status, DateTimeOffset AsOf, string Subject, string Authority)
{
    public override string ToString() => $"{System}#{Code} {Status.Code()} as of {ShanghaiDay.Format(AsOf)}";
}
