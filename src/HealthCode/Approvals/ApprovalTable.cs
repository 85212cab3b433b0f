using System.Data.Common;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Approvals;

/// <summary>The changes that wait for a second office, and what was decided of them.</summary>
internal static class ApprovalTable
{
    public const string Open = "open";

    public static void Add(DbConnection connection, HeldChange change, long now) => connection.Run(
        "INSERT INTO approval (batch, feed, office, people, at, state) VALUES (@batch, @feed, @office, @people, @at, @state)",
        ("@batch", change.Batch), ("@feed", change.Feed), ("@office", change.Office), ("@people", change.People), ("@at", now), ("@state", Open));
}
