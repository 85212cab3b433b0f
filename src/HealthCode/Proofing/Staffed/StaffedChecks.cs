using System.Globalization;
using System.Security.Cryptography;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Sessions;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Proofing.Staffed;

/// <summary>Checks by staff: asked for with a device, decided by an office that sees the document, and then good for the session of that device.</summary>
internal sealed class StaffedChecks
{
    private const int KeptDays = 7;
    private const int NumberLength = 8;

    // Without those that are taken for another.
    private const string Characters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly LastingStore lasting;
    private readonly PersonRegister register;
    private readonly OpenSession sessions;
    private readonly IOptions<ProofingOptions> options;
    private readonly TimeProvider clock;

    public StaffedChecks(LastingStore lasting, PersonRegister register, OpenSession sessions, IOptions<ProofingOptions> options, TimeProvider clock)
    {
        (this.lasting, this.register, this.sessions, this.options, this.clock) = (lasting, register, sessions, options, clock);
        lasting.Make(StaffedTable.Lasting);
    }

    /// <summary>Asks for one.</summary>
    /// <param name="proofing">Whose place it takes.</param>
    /// <param name="token">The session's, or a new one that opens nothing yet.</param>
    /// <param name="known">The session, when there is one.</param>
    /// <param name="division">Twelve digits.</param>
    public async Task<StaffedCheck> AskAsync(OpenProofing proofing, SessionToken token, KnownSession? known, string division)
    {
        var now = clock.GetUtcNow();
        var (name, documents) = known is null ? (proofing.Name, (IReadOnlyList<IdentityDocument>)[proofing.Document]) : (known.Name, ProvePerson.DocumentsOf(proofing, known));
        var number = $"JC-{ShanghaiDay.At(now).Compact}-{RandomNumberGenerator.GetString(Characters, NumberLength)}";
        var check = new StaffedCheck(
            number, token.Id, register.RefOf(proofing.Document).Lasting, register.NameOf(proofing.Document, proofing.Name), MaskedIdentity.Of(proofing.Name, proofing.Document),
            DeviceGate.Write(proofing.Device), SealedDocuments.Seal(token.KeyUnder(register.Lasting), name, documents), division, now, now.AddHours(options.Value.StaffedHours), null);
        await lasting.WriteAsync(c => StaffedTable.Put(c, check));
        return check;
    }

    public StaffedCheck? Find(string number) => lasting.Read(c => StaffedTable.Find(c, number));

    public StaffedCheck? Of(SessionToken token) => lasting.Read(c => StaffedTable.OfSession(c, token.Id));

    /// <summary>What is open in an office's division, at most so many.</summary>
    public List<StaffedCheck> Open((long First, long Last) divisions, int limit) => lasting.Read(c => StaffedTable.Open(c, divisions, limit));

    public bool IsShown(StaffedCheck check, PersonName name, IdentityDocument document) => register.RefOf(document).Lasting == check.Person && register.NameOf(document, name) == check.Name;

    /// <summary>Decides, once.</summary>
    /// <returns>Whether it was open.</returns>
    public Task<bool> DecideAsync(StaffedCheck check, bool confirmed, string office, string? reason) =>
        lasting.WriteAsync(c => StaffedTable.Decide(c, check.Number, new(confirmed, office, reason, clock.GetUtcNow())));

    /// <summary>Until when a confirmation opens the session.</summary>
    public DateTimeOffset UsableUntil(StaffedDecision decision) => decision.At.AddHours(options.Value.StaffedHours);

    /// <summary>Opens or proves the session of a confirmed check.</summary>
    /// <returns>Whether the check was still there: it opens once.</returns>
    public async Task<bool> OpenAsync(StaffedCheck check, SessionToken token)
    {
        var (name, documents) = SealedDocuments.Open(token.KeyUnder(register.Lasting), check.Documents);
        if (!await lasting.WriteAsync(c => StaffedTable.End(c, check.Number))) return false;
        await sessions.ProveAsync(token, name, documents, check.Device);
        return true;
    }

    /// <summary>Forgets what has been over for a week.</summary>
    public Task ForgetOverAsync() => lasting.WriteAsync(c => StaffedTable.ForgetDue(c, clock.GetUtcNow().AddDays(-KeptDays)));
}
