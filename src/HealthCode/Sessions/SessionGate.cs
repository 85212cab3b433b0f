using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Sessions;

/// <summary>Lets a person in by the session's token (<c>Authorization: Bearer …</c>), on the day on which the face, or an office, proved it.</summary>
internal sealed class SessionGate(OpenSession sessions, ProvenToday proven, LastingStore lasting)
{
    /// <summary>The session, or null when there is none, it has ended, or its person was not proven today: then <see cref="RefusalOf"/> says which.</summary>
    public PersonSession? Enter(HttpContext http) =>
        SessionToken.Of(http.Request) is { } token && proven.Find(token.Id) is { } session && lasting.Read(c => SessionTable.Find(c, token.Id)) is not null ? session : null;

    /// <summary>Why nobody was let in.</summary>
    public IResult RefusalOf(HttpContext http) =>
        SessionToken.Of(http.Request) is { } token && sessions.Find(token) is not null ? SessionRefusal.FaceNeeded : SessionRefusal.NoSession;
}
