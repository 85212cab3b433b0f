using System.Data.Common;
using HealthBao.HealthCode.Approvals;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Determination.Observations;

/// <summary>
/// Brings the rows of a list into force, within the transaction that points to the list: releases first, then the people it newly names.
/// Where one office newly names many, these wait for a second office and stay as they are until then.
/// </summary>
internal sealed class ListSwitch(IOptions<FeedOptions> options)
{
    /// <summary>What stands in the place of a file's name.</summary>
    public const string ByCall = "call";

    private const long Day = 24 * 60 * 60;

    public IReadOnlyList<HeldChange> Apply(DbConnection connection, ListRows rows)
    {
        if (rows.Kind == ObservationKind.Central) ObservationTable.Release(connection, rows);
        else ObservationTable.End(connection, rows);
        var held = new List<HeldChange>();
        foreach (var (office, people) in ObservationTable.NewByOffice(connection, rows))
        {
            var alone = ObservationTable.AloneSince(connection, office, rows.Kind, rows.Now - Day);
            if (people + alone <= options.Value.MassChange)
            {
                ObservationTable.Enter(connection, rows, office, batch: null);
                continue;
            }

            // Calls come one by one: what an office has open already grows.
            var open = rows.File == ByCall ? ApprovalTable.FindOpen(connection, rows.Feed, office) : null;
            var change = new HeldChange(open ?? $"{rows.Feed}-{rows.Generation}-{held.Count + 1}", rows.Feed, office, people);
            ObservationTable.Enter(connection, rows, office, change.Batch);
            ApprovalTable.Add(connection, change, rows.Deliverer, rows.Now);
            held.Add(change);
        }

        if (rows.Kind == ObservationKind.Home) ObservationTable.Prolong(connection, rows);
        return held;
    }
}
