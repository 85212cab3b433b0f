using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Sessions;

/// <summary>
/// Lets a person in by the session's token (<c>Authorization: Bearer …</c>) and the device's proof, on the day on which the face, or an
/// office, proved it.
/// </summary>
internal sealed class SessionGate(OpenSession sessions, ProvenToday proven, LastingStore lasting, DeviceGate devices)
{
    /// <summary>The session, or null when there is none, it has ended, the call is not its device's, or its person was not proven today: then <see cref="RefusalOf"/> says which.</summary>
    public PersonSession? Enter(HttpContext http) =>
        SessionToken.Of(http.Request) is { } token && lasting.Read(c => SessionTable.Find(c, token.Id)) is { } row && devices.Lets(http, DeviceGate.Read(row.Device), token) ? proven.Find(token.Id) : null;

    /// <summary>The session of a device, whether proven today or not.</summary>
    public KnownSession? Know(HttpContext http) =>
        SessionToken.Of(http.Request) is { } token && sessions.Find(token) is { } known && devices.Lets(http, DeviceGate.Read(known.Row.Device), token) ? known : null;

    /// <summary>Why nobody was let in.</summary>
    public IResult RefusalOf(HttpContext http) => SessionToken.Of(http.Request) is not { } token || sessions.Find(token) is null ? SessionRefusal.NoSession
        : proven.Find(token.Id) is null ? SessionRefusal.FaceNeeded : SessionRefusal.DeviceNeeded;

    /// <summary>Why no session is known.</summary>
    public IResult UnknownOf(HttpContext http) =>
        SessionToken.Of(http.Request) is { } token && sessions.Find(token) is not null ? SessionRefusal.DeviceNeeded : SessionRefusal.NoSession;
}
