using System.Data.Common;
using System.Security.Cryptography;
using HealthBao.Contracts.Jose;

namespace HealthBao.Adapters.Storage;

/// <summary>What is made once for a day and destroyed with it, and where its counters stand.</summary>
internal sealed record DaySecrets(SigningKey Key, byte[] Secret, byte[] Permutation, long Reserved, long Version)
{
    /// <summary>Reads a day's secrets, or makes them.</summary>
    public static DaySecrets Of(DbConnection connection, out bool made)
    {
        var rows = connection.Rows("SELECT pkcs8, secret, permutation, reserved, version FROM day", Read);
        made = rows.Count == 0;
        return made ? Make(connection) : rows[0];
    }

    private static DaySecrets Read(DbDataReader row) =>
        new(SigningKey.FromPkcs8((byte[])row[0]), (byte[])row[1], (byte[])row[2], row.GetInt64(3), row.GetInt64(4));

    private static DaySecrets Make(DbConnection connection)
    {
        var secrets = new DaySecrets(SigningKey.Create(), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), 0, 0);
        connection.Run(
            "INSERT INTO day (pkcs8, secret, permutation, reserved, version) VALUES (@pkcs8, @secret, @permutation, 0, 0)",
            ("@pkcs8", secrets.Key.ToPkcs8()), ("@secret", secrets.Secret), ("@permutation", secrets.Permutation));
        return secrets;
    }
}
