using System.Text;
using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>Reads compact JWS signed by partners: like <see cref="SignedToken"/>, with the algorithm of the partner's key.</summary>
internal static class PartnerSignature
{
    /// <summary>The key among a partner's own that signed the token, or null.</summary>
    public static PartnerKey? SignerOf(string token, string type, IEnumerable<PartnerKey> keys, int maxBytes)
    {
        if (token.Length > maxBytes) return null;
        var text = Encoding.UTF8.GetBytes(token);
        if (!CompactJws.TrySplit(text, out var jws) || JwsHeader.Read(jws.Header) is not { Zip: null } header || header.Type != type) return null;
        if (keys.FirstOrDefault(k => k.Kid == header.Kid) is not { } key || key.Algorithm != header.Algorithm) return null;
        var signature = new byte[StrictBase64Url.DecodedLength(jws.Signature.Length)];
        return StrictBase64Url.TryDecode(jws.Signature, signature, out _) && key.Verify(jws.SigningInput, signature) ? key : null;
    }
}
