using System.Buffers.Binary;
using HealthBao.HealthCode.People;
using Npgsql;

namespace HealthBao.HealthCode.Storage;

/// <summary>
/// Builds a table in one transaction: COPY in PostgreSQL's binary form, written by hand since every row has the same shape, then the key.
/// </summary>
internal sealed class PostgresSnapshotLoad : ISnapshotLoad
{
    private const int RowSize = 2 + 4 + PersonKey.Size + 4 + SnapshotValue.Size;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;
    private readonly NpgsqlRawCopyStream copy;
    private readonly string table;
    private readonly byte[] buffer = new byte[RowSize * 1024];
    private int filled;
    private bool isCopyOver;

    public PostgresSnapshotLoad(NpgsqlConnection connection, string schema, string name)
    {
        (this.connection, table) = (connection, $"{schema}.{name}");
        transaction = connection.BeginTransaction();
        connection.Run($"DROP TABLE IF EXISTS {table}; CREATE TABLE {table} (person BYTEA NOT NULL, said BYTEA NOT NULL)");
        copy = connection.BeginRawBinaryCopy($"COPY {table} (person, said) FROM STDIN (FORMAT BINARY)");
        // PostgreSQL, COPY, "Binary Format": signature, flags, length of the header's extension.
        copy.Write([.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (filled == buffer.Length) Flush();
        var row = buffer.AsSpan(filled, RowSize);
        BinaryPrimitives.WriteInt16BigEndian(row, 2);
        BinaryPrimitives.WriteInt32BigEndian(row[2..], PersonKey.Size);
        key.CopyTo(row[6..]);
        BinaryPrimitives.WriteInt32BigEndian(row[(6 + PersonKey.Size)..], SnapshotValue.Size);
        value.CopyTo(row[(10 + PersonKey.Size)..]);
        filled += RowSize;
    }

    public void Complete()
    {
        Flush();
        copy.Write([0xFF, 0xFF]);
        isCopyOver = true;
        copy.Dispose();
        connection.Run($"ALTER TABLE {table} ADD PRIMARY KEY (person)");
        transaction.Commit();
        connection.Run($"ANALYZE {table}");
    }

    public void Dispose()
    {
        if (!isCopyOver) copy.Cancel();
        transaction.Dispose();
        connection.Dispose();
    }

    private void Flush()
    {
        copy.Write(buffer, 0, filled);
        filled = 0;
    }
}
