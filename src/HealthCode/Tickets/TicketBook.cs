using HealthBao.HealthCode.People;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Tickets;

/// <summary>The requests as they are kept: what of them names a person or is a person's own words is sealed.</summary>
internal sealed class TicketBook
{
    private readonly LastingStore lasting;
    private readonly LastingVault vault;
    private readonly TicketOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<TicketBook> logger;

    public TicketBook(LastingStore lasting, LastingVault vault, IOptions<TicketOptions> options, TimeProvider clock, ILogger<TicketBook> logger)
    {
        (this.lasting, this.vault, this.options, this.clock) = (lasting, vault, options.Value, clock);
        this.logger = logger;
        lasting.Make(TicketTable.Schema);
    }

    /// <summary>Forgets requests and evidence whose term is over, and tells how many wait longer than was promised.</summary>
    public LastingEnd End => new((c, now) =>
    {
        var forgotten = TicketTable.ForgetOver(c, now.AddDays(-options.KeepDays), now.AddDays(-options.KeepOpenDays));
        if (TicketTable.Count(c, now) is { Overdue: > 0 } count) logger.TicketsOverdue(count.Overdue, count.Open);
        return forgotten;
    });

    public Ticket? Find(string typed) => TicketNumber.TryRead(typed, out var number) ? lasting.Read(c => TicketTable.Find(c, number)) : null;

    public List<Ticket> Of(PersonKey person) => lasting.Read(c => TicketTable.Of(c, person));

    public TicketWords WordsOf(Ticket ticket) => TicketWords.Open(vault, ticket.Said, ticket.Place);

    public string? AnswerOf(Ticket ticket) => ticket.Answer is { } box ? System.Text.Encoding.UTF8.GetString(vault.Open(box, ticket.Place)) : null;

    public byte[] SealAnswer(Ticket ticket, string text) => vault.Seal(System.Text.Encoding.UTF8.GetBytes(text), ticket.Place);

    public int EvidenceOf(Ticket ticket) => lasting.Read(c => EvidenceTable.Count(c, ticket.Number));

    public (string Kind, byte[] Bytes)? EvidenceOf(Ticket ticket, int piece) =>
        lasting.Read(c => EvidenceTable.Find(c, ticket.Number, piece)) is { } found ? (found.Kind, vault.Open(found.Box, Evidence.PlaceOf(ticket.Number, piece))) : null;

    public Task<int> AttachAsync(Ticket ticket, string kind, byte[] bytes) => lasting.WriteAsync(c =>
        EvidenceTable.Add(c, ticket.Number, kind, options.EvidencePieces, clock.GetUtcNow(), piece => vault.Seal(bytes, Evidence.PlaceOf(ticket.Number, piece))));

    /// <summary>Judges the last four characters of the document, given by somebody without a session.</summary>
    /// <returns>Null when they fit; else the seconds to wait, 0 while attempts are left.</returns>
    public Task<int?> JudgeAsync(Ticket ticket, string documentEnd)
    {
        var mark = MarkOf(ticket.Number, documentEnd);
        return lasting.WriteAsync(c => Attempts.Judge(c, ticket.Number, mark, options.Attempts, clock.GetUtcNow().ToUnixTimeSeconds()));
    }

    public byte[] MarkOf(string number, string documentEnd) => vault.MarkOf(documentEnd.ToUpperInvariant(), "ticket " + number);

    public byte[] Seal(TicketWords words, string number) => words.Seal(vault, "ticket " + number);

    /// <summary>All requests that nobody has decided, and how many of them are overdue.</summary>
    public (long Open, long Overdue) Count() => lasting.Read(c => TicketTable.Count(c, clock.GetUtcNow()));
}
