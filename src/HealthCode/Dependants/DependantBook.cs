using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Identity;
using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Dependants;

/// <summary>Who may ask about whom, and who asked: by keys, the masks sealed.</summary>
internal sealed class DependantBook
{
    /// <summary>About so many others one person may ask.</summary>
    public const int Most = 4;

    private const int RelationDays = 366;
    private const int QueryDays = 30;
    private const int Shown = 100;

    private readonly LastingStore lasting;
    private readonly LastingVault vault;
    private readonly TimeProvider clock;

    public DependantBook(LastingStore lasting, LastingVault vault, TimeProvider clock)
    {
        (this.lasting, this.vault, this.clock) = (lasting, vault, clock);
        lasting.Make(DependantTable.Schema);
    }

    /// <summary>Forgets relations after a year and what was asked after 30 days.</summary>
    public LastingEnd End { get; } = new((c, now) => DependantTable.ForgetOver(c, now.AddDays(-RelationDays), now.AddDays(-QueryDays)));

    /// <summary>Adds a relation.</summary>
    /// <param name="by"><c>consent</c>, or the office whose word it is.</param>
    /// <returns>Its name; null when the guardian has four already.</returns>
    public async Task<string?> AddAsync(PersonKey guardian, PersonKey person, MaskedIdentity mask, string by)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var dependant = new Dependant(id, Seal($"{mask.Name} {mask.DocumentNumber}", "dependant " + id), by, clock.GetUtcNow());
        return await lasting.WriteAsync(c => DependantTable.Add(c, guardian, person, dependant, Most)) ? id : null;
    }

    public IEnumerable<(Dependant Dependant, string Mask)> Of(PersonKey guardian) =>
        lasting.Read(c => DependantTable.Of(c, guardian)).Select(d => (d, Open(d.Mask, "dependant " + d.Id)));

    public bool May(PersonKey guardian, PersonKey person) => lasting.Read(c => DependantTable.May(c, guardian, person));

    public Task<bool> EndAsync(PersonKey guardian, string id) => lasting.WriteAsync(c => DependantTable.End(c, guardian, id));

    public Task<int> EndAllAsync(PersonKey person) => lasting.WriteAsync(c => DependantTable.EndAll(c, person));

    /// <summary>Notes for the person asked about who asked; before it is answered.</summary>
    /// <param name="asker">A mask, or an office's code.</param>
    public Task NoteAsync(PersonKey person, string asker)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var sealedAsker = Seal(asker, "asker " + id);
        return lasting.WriteAsync(c => DependantTable.Note(c, id, person, sealedAsker, clock.GetUtcNow()));
    }

    public IEnumerable<(DateTimeOffset At, string Asker)> Asked(PersonKey person) =>
        lasting.Read(c => DependantTable.Asked(c, person, Shown)).Select(q => (q.At, Open(q.Asker, "asker " + q.Id)));

    private byte[] Seal(string text, string place) => vault.Seal(Encoding.UTF8.GetBytes(text), place);

    private string Open(byte[] box, string place) => Encoding.UTF8.GetString(vault.Open(box, place));
}
