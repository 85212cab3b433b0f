using System.Data;
using System.Data.Common;

namespace HealthBao.Hub.Audit;

/// <summary>The two statements of an append to one table, prepared once for as long as the connection is open.</summary>
internal sealed class AuditWriting : IDisposable
{
    private readonly DbCommand head;
    private readonly DbCommand insert;

    public AuditWriting(DbConnection connection, string table)
    {
        head = AuditTable.HeadOf(connection, table);
        insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO {table} (number, at, entries, previous, hash, lines) VALUES (@number, @at, @entries, @previous, @hash, @lines)";
        foreach (var (name, type) in ((string, DbType)[])[("@number", DbType.Int64), ("@at", DbType.Int64), ("@entries", DbType.Int32), ("@previous", DbType.Binary), ("@hash", DbType.Binary), ("@lines", DbType.Binary)])
        {
            var parameter = insert.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, type);
            insert.Parameters.Add(parameter);
        }

        head.Prepare();
        insert.Prepare();
    }

    /// <summary>Appends a block to the chain, whose end is read under the transaction's lock: another process may write too.</summary>
    /// <param name="before">The last hash of the days before.</param>
    public void Append(DbTransaction transaction, byte[] before, DateTimeOffset at, int entries, byte[] lines)
    {
        (head.Transaction, insert.Transaction) = (transaction, transaction);
        var block = AuditBlock.After(AuditTable.Head(head) ?? new(0, before), at, entries, lines);
        object[] values = [block.Number, block.At, block.Entries, block.Previous, block.Hash, block.Lines];
        for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
        insert.ExecuteNonQuery();
    }

    public void Dispose()
    {
        head.Dispose();
        insert.Dispose();
    }
}
