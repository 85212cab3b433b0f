using System.Text;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>The proof that whoever states a day key holds its private half: region, day and thumbprint, signed by that key.</summary>
public static class DayKeyProof
{
    /// <summary>Makes the proof, base64url of 64 bytes.</summary>
    public static string Make(SigningKey dayKey, string region, ShanghaiDay day)
    {
        Span<byte> signature = stackalloc byte[64];
        dayKey.Sign(Text(region, day, dayKey.Kid), signature);
        return StrictBase64Url.Encode(signature);
    }

    /// <summary>Whether the proof stands for this region, day and key.</summary>
    public static bool Stands(EcJwk key, string region, ShanghaiDay day, string? proof) =>
        StrictBase64Url.Decode(proof) is { Length: 64 } signature && new VerificationKey(key).Verify(Text(region, day, key.Thumbprint), signature);

    private static byte[] Text(string region, ShanghaiDay day, string kid) =>
        Encoding.ASCII.GetBytes($"healthbao-day-key.{region}.{day.Compact}.{kid}");
}
