using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Sessions;

namespace HealthBao.HealthCode.Tickets;

/// <summary>Lets a person in by the session, or one without a phone by an office that writes down name and document.</summary>
internal sealed class AskerGate(SessionGate sessions, OpenSession open, OfficeGate offices, PersonRegister people)
{
    public Asker? OfSession(HttpContext http)
    {
        if (sessions.Enter(http) is not { } session || SessionToken.Of(http.Request) is not { } token || open.Find(token) is not { } known) return null;
        return new(session.Person, session.Name, session.Identity, Asker.EndOf(known.Documents[0]), null);
    }

    /// <summary>Reads who asks; of an office's call also the members of the body that name the person.</summary>
    /// <param name="refusal">Why nobody was let in.</param>
    /// <returns>Null when refused, or when the body names nobody; then its faults say so.</returns>
    public Asker? Enter(HttpContext http, byte[] bytes, RequestBody body, out IResult? refusal)
    {
        refusal = null;
        if (!http.Request.Headers.ContainsKey(OfficeCall.OfficeHeader))
        {
            var person = OfSession(http);
            refusal = person is null ? sessions.RefusalOf(http) : null;
            return person;
        }

        if (offices.Enter(http) is not { } office || !office.IsOf(SHA256.HashData(bytes)))
        {
            refusal = OfficeGate.Refusal;
            return null;
        }

        var (name, document) = (body.PersonName(), body.Document());
        return name is null || document is null ? null
            : new(people.RefOf(document), people.NameOf(document, name), MaskedIdentity.Of(name, document), Asker.EndOf(document), office.Code);
    }
}
