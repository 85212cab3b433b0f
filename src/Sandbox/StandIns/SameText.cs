using System.Security.Cryptography;
using System.Text;

namespace HealthBao.Sandbox.StandIns;

/// <summary>Compares two texts in a time that does not tell where they differ.</summary>
internal static class SameText
{
    public static bool Is(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
