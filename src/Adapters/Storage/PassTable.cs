using System.Data.Common;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Storage;

/// <summary>The statements on the day's tables. The caller brings the connection, and with it the transaction.</summary>
internal static class PassTable
{
    private const string Columns = "p.idx, p.api, p.card, p.status, p.system, p.native, p.as_of";

    public static IssuedPass? FindByCode(DbConnection connection, ShanghaiDay day, byte[] code) =>
        connection.Rows($"SELECT {Columns} FROM code c JOIN pass p ON p.idx = c.idx WHERE c.code = @code AND p.state = 0", r => Read(r, day), ("@code", code)).FirstOrDefault();

    /// <summary>The person's valid pass that says the same and is as fresh.</summary>
    public static IssuedPass? FindSame(DbConnection connection, ShanghaiDay day, PassClaim claim) =>
        connection.Rows(
            $"SELECT {Columns} FROM pass p WHERE p.subject = @subject AND p.says = @says AND p.as_of >= @asOf AND p.state = 0 ORDER BY p.as_of DESC LIMIT 1",
            r => Read(r, day), ("@subject", claim.Subject), ("@says", claim.Says), ("@asOf", claim.AsOf.ToUnixTimeSeconds())).FirstOrDefault();

    public static void Insert(DbConnection connection, PassClaim claim, IssuedPass pass) => connection.Run(
        """
        INSERT INTO pass (idx, subject, says, api, card, status, system, native, as_of, state)
        VALUES (@idx, @subject, @says, @api, @card, @status, @system, @native, @asOf, 0)
        """,
        ("@idx", pass.Index), ("@subject", claim.Subject), ("@says", claim.Says), ("@api", pass.Pass.Api), ("@card", pass.Pass.Card),
        ("@status", pass.Status.Code()), ("@system", pass.System), ("@native", pass.Native), ("@asOf", pass.AsOf.ToUnixTimeSeconds()));

    /// <summary>Remembers by what the pass was asked for.</summary>
    public static void Link(DbConnection connection, PassClaim claim, int index)
    {
        if (claim.Code is { } code)
            connection.Run(
                "INSERT INTO code (code, idx) VALUES (@code, @idx) ON CONFLICT (code) DO UPDATE SET idx = excluded.idx WHERE code.idx <> excluded.idx",
                ("@code", code), ("@idx", index));
        if (claim.Document is { } document)
            connection.Run(
                "INSERT INTO document (document, subject) VALUES (@document, @subject) ON CONFLICT (document, subject) DO NOTHING",
                ("@document", document), ("@subject", claim.Subject));
    }

    /// <summary>The subjects that were asked for by a document.</summary>
    public static List<byte[]> Subjects(DbConnection connection, byte[] document) =>
        connection.Rows("SELECT subject FROM document WHERE document = @document", r => (byte[])r[0], ("@document", document));

    /// <summary>Supersedes a person's valid passes, but for those that say what is said now.</summary>
    public static List<int> Supersede(DbConnection connection, byte[] subject, byte[] butSaying) => connection.Rows(
        "UPDATE pass SET state = 1 WHERE subject = @subject AND state = 0 AND says <> @says RETURNING idx",
        r => r.GetInt32(0), ("@subject", subject), ("@says", butSaying));

    /// <summary>The places of a person's passes that stand.</summary>
    public static List<int> Standing(DbConnection connection, byte[] subject) =>
        connection.Rows("SELECT idx FROM pass WHERE subject = @subject AND state = 0 ORDER BY idx", r => r.GetInt32(0), ("@subject", subject));

    /// <summary>Sets a pass's state. States only grow: what was taken back stays so.</summary>
    /// <returns>Whether it changed.</returns>
    public static bool SetState(DbConnection connection, int index, PassState state) =>
        connection.Run("UPDATE pass SET state = @state WHERE idx = @idx AND state < @state", ("@state", (int)state), ("@idx", index)) > 0;

    /// <summary>Supersedes every valid pass of the day.</summary>
    public static List<int> SupersedeAll(DbConnection connection) =>
        connection.Rows("UPDATE pass SET state = 1 WHERE state = 0 RETURNING idx", r => r.GetInt32(0));

    public static long RaiseVersion(DbConnection connection) =>
        connection.Rows("UPDATE day SET version = version + 1 RETURNING version", r => r.GetInt64(0))[0];

    public static List<(int Index, PassState State)> Marked(DbConnection connection) =>
        connection.Rows("SELECT idx, state FROM pass WHERE state <> 0", r => (r.GetInt32(0), (PassState)r.GetInt32(1)));

    public static long Version(DbConnection connection) => connection.Rows("SELECT version FROM day", r => r.GetInt64(0))[0];

    public static long Count(DbConnection connection) => connection.Rows("SELECT COUNT(*) FROM pass", r => r.GetInt64(0))[0];

    private static IssuedPass Read(DbDataReader row, ShanghaiDay day) => new(
        day, row.GetInt32(0), new SignedPass(row.GetString(1), row.GetString(2)),
        HealthStatuses.TryParse(row.GetString(3), out var status) ? status : throw new InvalidOperationException("The day store holds an unknown status."),
        row.GetString(4), row.GetString(5), DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(6)));
}
