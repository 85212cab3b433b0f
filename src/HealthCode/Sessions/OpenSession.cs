using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Sessions;

/// <summary>Opens a session for a person who has just been proven, and proves one again on a later day.</summary>
internal sealed class OpenSession
{
    private readonly LastingStore lasting;
    private readonly ProvenToday proven;
    private readonly PersonRegister register;
    private readonly IOptions<PersonSessionOptions> options;
    private readonly TimeProvider clock;

    public OpenSession(LastingStore lasting, ProvenToday proven, PersonRegister register, IOptions<PersonSessionOptions> options, TimeProvider clock)
    {
        (this.lasting, this.proven, this.register, this.options, this.clock) = (lasting, proven, register, options, clock);
        lasting.Make(SessionTable.Lasting);
    }

    /// <summary>Opens a session of a device, proven now.</summary>
    /// <param name="name">The person's.</param>
    /// <param name="documents">All that were proven to be this person's, the one asked by first.</param>
    /// <param name="device">The device's public key, x and y.</param>
    /// <returns>The token, which is told once.</returns>
    public async Task<SessionToken> NewAsync(PersonName name, IReadOnlyList<IdentityDocument> documents, byte[] device)
    {
        var token = SessionToken.New();
        await ProveAsync(token, name, documents, device);
        return token;
    }

    /// <summary>Notes that the person of a session was proven now.</summary>
    public async Task ProveAsync(SessionToken token, PersonName name, IReadOnlyList<IdentityDocument> documents, byte[] device)
    {
        var (now, id) = (clock.GetUtcNow(), token.Id);
        var proved = documents.Select(d => ProvenDocument.Of(register, name, d)).ToList();
        var person = proved[0].Person.Lasting;
        var row = new SessionRow(id, person, device, now, SealedDocuments.Seal(token.KeyUnder(register.Lasting), name, documents));
        await lasting.WriteAsync(c =>
        {
            SessionTable.Put(c, row);
            return SessionTable.EndOldest(c, person, options.Value.PerPerson);
        });
        await proven.NoteAsync(id, proved);
    }

    /// <summary>The session of a token with its documents, proven today or not; null when there is none.</summary>
    public KnownSession? Find(SessionToken token)
    {
        if (lasting.Read(c => SessionTable.Find(c, token.Id)) is not { } row || row.Seen < clock.GetUtcNow().AddDays(-options.Value.UnusedDays)) return null;
        var (name, documents) = SealedDocuments.Open(token.KeyUnder(register.Lasting), row.Documents);
        return new(token, row, name, documents);
    }

    /// <summary>Ends the sessions whose person was not proven for too long.</summary>
    public Task EndUnusedAsync() => lasting.WriteAsync(c => SessionTable.EndUnused(c, clock.GetUtcNow().AddDays(-options.Value.UnusedDays)));

    public async Task EndAsync(SessionToken token)
    {
        await lasting.WriteAsync(c => SessionTable.End(c, token.Id));
        await proven.EndAsync(token.Id);
    }
}
