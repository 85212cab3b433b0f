using System.Data.Common;
using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Settings;
using HealthBao.HealthCode.Storage;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>
/// Brings the rows of a list into force: the people it newly names are entered beforehand, and take effect within the transaction that points
/// to the list, after its releases. Where one office newly names many, these wait for a second office and stay as they are until then.
/// </summary>
internal sealed class ListSwitch(IOptions<FeedOptions> options)
{
    /// <summary>What stands in the place of a file's name.</summary>
    public const string ByCall = "call";

    private const int Parts = 64;
    private const long ManyPeople = 10_000;
    private const long Day = 24 * 60 * 60;

    /// <summary>Enters the people of a file, part by part, so that calls need not wait for all of them.</summary>
    /// <returns>Whom each office newly names.</returns>
    public static async Task<IReadOnlyList<EnteredBatch>> EnterAsync(LastingStore lasting, ListRows rows, long people)
    {
        var parts = people > ManyPeople ? Parts : 1;
        for (var part = 0; part < parts; part++)
        {
            var one = part;
            await lasting.WriteAsync(c => EntryTable.Enter(c, rows, one, parts));
        }

        return lasting.Read(c => EntryTable.ByOffice(c, rows));
    }

    /// <summary>Enters the person of a call and brings the row into force.</summary>
    public IReadOnlyList<HeldChange> ApplyCall(DbConnection connection, ListRows rows)
    {
        EntryTable.GiveWay(connection, rows);
        EntryTable.Enter(connection, rows, 0, 1);
        return Apply(connection, rows, EntryTable.ByOffice(connection, rows));
    }

    /// <summary>Brings entered rows into force.</summary>
    public IReadOnlyList<HeldChange> Apply(DbConnection connection, ListRows rows, IReadOnlyList<EnteredBatch> entered)
    {
        if (rows.Kind == ObservationKind.Central) ObservationTable.Release(connection, rows);
        else ObservationTable.End(connection, rows);
        var held = entered.Where(e => e.People + ObservationTable.AloneSince(connection, e.Office, rows.Kind, rows.Now - Day) > options.Value.MassChange).ToList();
        foreach (var batch in entered.Except(held)) EntryTable.BringIn(connection, batch.Batch);
        if (rows.Kind == ObservationKind.Home) ObservationTable.Prolong(connection, rows);
        return [.. held.Select(e => Hold(connection, rows, e))];
    }

    // Calls come one by one: what an office has open already grows.
    private static HeldChange Hold(DbConnection connection, ListRows rows, EnteredBatch entered)
    {
        var open = rows.File == ByCall ? ApprovalTable.FindOpen(connection, rows.Feed, entered.Office) : null;
        if (open is not null) EntryTable.Move(connection, entered.Batch, open);
        var change = new HeldChange(open ?? entered.Batch, rows.Feed, entered.Office, entered.People);
        ApprovalTable.Add(connection, change, rows.Deliverer, rows.Now);
        return change;
    }
}
