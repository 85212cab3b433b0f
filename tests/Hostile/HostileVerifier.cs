using System.Text;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hostile;

/// <summary>A verifier that holds what <see cref="HostileWorld"/> says.</summary>
internal static class HostileVerifier
{
    public static readonly TrustSnapshot Trust = TrustSnapshot.Compile(
        new("https://hub.healthbao.example", HostileWorld.Now, HostileWorld.Now.AddDays(1), 1, [.. HostileRegion.All.Select(Listed)]), new Dictionary<string, ConceptMap>());

    private static readonly StatusListSet Lists = HostileRegion.All.Where(r => r != HostileRegion.Listless).Aggregate(StatusListSet.Empty, (set, region) => set.With(List(region)));

    /// <summary>Verifies as the hub does: a QR's text is decoded, anything else is taken for a token.</summary>
    public static PassVerification Verify(HostilePass pass) => Verify(pass.Text, pass.Holder);

    public static PassVerification Verify(string text, string? holder = null)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!text.StartsWith(ShcText.Prefix, StringComparison.Ordinal)) return Verify(bytes, holder);
        var token = new byte[bytes.Length];
        return ShcText.TryDecode(bytes, token, out var length) ? Verify(token.AsSpan(0, length), holder) : default;
    }

    public static PassVerification Verify(ReadOnlySpan<byte> token, string? holder = null) =>
        PassVerifier.Verify(token, new(Trust, Lists, HostileWorld.Now, TimeSpan.FromMinutes(30), holder is null ? null : Document(holder).Masked));

    private static ListedParticipant Listed(HostileRegion region) => new()
    {
        Region = region.Code,
        Names = new(region.System, region.System),
        Issuer = region.Issuer,
        Endpoint = $"https://hub.healthbao.example/regions/{region.Code}",
        State = region == HostileRegion.Suspended ? ParticipantState.Suspended : ParticipantState.Active,
        NativeCodePrefixes = [region.System + ":"],
        CityCodeSystems = [],
        Keys = [.. new[] { HostileWorld.Today.Previous, HostileWorld.Today, HostileWorld.Today.Next }.Select(d => new ListedKey(region.KeyOf(d).Jwk, d.Start, d.End))],
        StatusList = region.Issuer + "/status/",
        ConceptMap = new("1", ""),
        Telephone = "010-12345",
        Contact = $"mailto:ops@{region.System}.healthbao.example",
    };

    private static HeldStatusList List(HostileRegion region) =>
        new(region.Issuer, HostileWorld.Today, new(HostileWorld.Bits()), region == HostileRegion.Stale ? HostileWorld.Now.AddMinutes(-31) : HostileWorld.Now, TimeSpan.FromMinutes(1));

    private static IdentityDocument Document(string number) => IdentityDocument.TryCreate(DocumentType.ResidentId, number, out var document) == DocumentFault.None
        ? document!
        : throw new ArgumentException("Not a resident ID.", nameof(number));
}
