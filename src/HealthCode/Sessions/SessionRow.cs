using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Sessions;

/// <summary>A session as it outlasts the day.</summary>
/// <param name="Id">SHA-256 of the token.</param>
/// <param name="Person">The lasting key.</param>
/// <param name="Device">The device's public key, x and y.</param>
/// <param name="Seen">When the person was last proven.</param>
/// <param name="Documents">Sealed, see <see cref="SealedDocuments"/>.</param>
internal sealed record SessionRow(string Id, PersonKey Person, byte[] Device, DateTimeOffset Seen, byte[] Documents)
{
    public override string ToString() => "session";
}
