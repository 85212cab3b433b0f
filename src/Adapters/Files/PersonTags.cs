using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Contracts.Identity;

namespace HealthBao.Adapters.Files;

/// <summary>Turns persons into tags under a day's secret: without the secret a tag says nothing, and the secret lives one day.</summary>
internal sealed class PersonTags(byte[] secret)
{
    /// <summary>16 bytes that stand for kind and number.</summary>
    public UInt128 OfDocument(IdentityDocument document) =>
        BinaryPrimitives.ReadUInt128BigEndian(Hash($"{document.Type.Code()}|{document.Number}"));

    /// <summary>8 bytes that stand for the name, bound to the person so that equal names do not show.</summary>
    public ulong OfName(PersonName name, IdentityDocument document) =>
        BinaryPrimitives.ReadUInt64BigEndian(Hash($"{document.Type.Code()}|{document.Number}|{name.Value}"));

    /// <summary>A running HMAC under the same secret, for the snapshot as a whole.</summary>
    public IncrementalHash StartSeal() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

    private byte[] Hash(string text) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text));
}
