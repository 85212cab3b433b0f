using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Proofing.Consents;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Proofing;

/// <summary>What follows when a face is the person's: a new session, a session that is good for today, or one with one more document.</summary>
internal sealed class ProvePerson
{
    private readonly OpenSession sessions;
    private readonly LastingStore lasting;
    private readonly PersonRegister register;

    public ProvePerson(OpenSession sessions, LastingStore lasting, PersonRegister register)
    {
        (this.sessions, this.lasting, this.register) = (sessions, lasting, register);
        lasting.Make(ConsentTable.Lasting);
    }

    /// <summary>Opens or proves the session.</summary>
    /// <param name="proofing">What was proven.</param>
    /// <param name="token">The session's, when the proofing is for one.</param>
    /// <returns>The token of a new session, or null.</returns>
    public async Task<SessionToken?> DoAsync(OpenProofing proofing, SessionToken? token)
    {
        if (token is null)
        {
            var opened = await sessions.NewAsync(proofing.Name, [proofing.Document], DeviceGate.Write(proofing.Device));
            await lasting.WriteAsync(c => ConsentTable.Put(c, register.RefOf(proofing.Document).Lasting, proofing.Consent!));
            return opened;
        }

        // It may have been ended meanwhile, on this device or by a newer one.
        if (sessions.Find(token) is { } known) await sessions.ProveAsync(token, known.Name, DocumentsOf(proofing, known), known.Row.Device);
        return null;
    }

    /// <summary>The session's documents, with the one that was proven.</summary>
    public static IReadOnlyList<IdentityDocument> DocumentsOf(OpenProofing proofing, KnownSession known) =>
        known.Documents.Contains(proofing.Document) ? known.Documents : [.. known.Documents, proofing.Document];

    /// <summary>Forgets the consents of people who have no session any more.</summary>
    public Task ForgetConsentsAsync() => lasting.WriteAsync(ConsentTable.ForgetEnded);
}
