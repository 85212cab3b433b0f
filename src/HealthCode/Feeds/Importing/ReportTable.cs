using System.Data.Common;
using System.Text.Json;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds.Importing;

/// <summary>The reports of imports, the last of each feed being what an operator looks at first.</summary>
internal static class ReportTable
{
    private const int Kept = 30;

    public static async Task AddAsync(LastingStore lasting, ImportReport report)
    {
        var text = JsonSerializer.Serialize(ReportReply.Of(report), Answer.Options);
        await lasting.WriteAsync(c =>
        {
            var number = report.Generation > 0 ? report.Generation : LastingStore.NextNumber(c);
            c.Run(
                "INSERT INTO report (generation, feed, at, accepted, text) VALUES (@generation, @feed, @at, @accepted, @text)",
                ("@generation", number), ("@feed", report.Feed), ("@at", report.Ended.ToUnixTimeSeconds()), ("@accepted", report.Accepted ? 1 : 0), ("@text", text));
            c.Run(
                "DELETE FROM report WHERE feed = @feed AND generation NOT IN (SELECT generation FROM report WHERE feed = @feed ORDER BY generation DESC LIMIT @kept)",
                ("@feed", report.Feed), ("@kept", Kept));
            return 0;
        });
    }

    /// <summary>The reports of a feed, the latest first, as they were answered.</summary>
    public static List<JsonElement> Of(DbConnection connection, string feed, int limit) => connection.Rows(
        "SELECT text FROM report WHERE feed = @feed ORDER BY generation DESC LIMIT @limit",
        r => JsonElement.Parse(r.GetString(0)), ("@feed", feed), ("@limit", limit));
}
