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
    private const long Day = 24 * 60 * 60;

    public IReadOnlyList<HeldChange> Apply(DbConnection connection, ListRows rows)
    {
        if (rows.Kind == ObservationKind.Central) ObservationTable.Release(connection, rows);
        else ObservationTable.End(connection, rows);
        var held = new List<HeldChange>();
        foreach (var (office, people) in ObservationTable.NewByOffice(connection, rows))
        {
            var alone = ObservationTable.AloneSince(connection, office, rows.Kind, rows.Now - Day);
            var batch = people + alone > options.Value.MassChange ? $"{rows.Feed}-{rows.Generation}-{held.Count + 1}" : null;
            ObservationTable.Enter(connection, rows, office, batch);
            if (batch is not null) held.Add(Hold(connection, rows, new(batch, rows.Feed, office, people)));
        }

        if (rows.Kind == ObservationKind.Home) ObservationTable.Prolong(connection, rows);
        return held;
    }

    private static HeldChange Hold(DbConnection connection, ListRows rows, HeldChange change)
    {
        ApprovalTable.Add(connection, change, rows.Now);
        return change;
    }
}
