using HealthBao.Contracts.Jose;

namespace HealthBao.Contracts.Trust;

/// <summary>The proof that whoever asks for a further key holds its private half, <c>typ: partner-key-proof+jwt</c>, signed by that key.</summary>
public static class PartnerKeyProof
{
    /// <summary>The <c>typ</c>.</summary>
    public const string Type = "partner-key-proof+jwt";

    private const int MaxBytes = 2048;

    /// <summary>Makes the proof for one request.</summary>
    /// <param name="key">The further key.</param>
    /// <param name="clientId">The partner.</param>
    /// <param name="requestId">The request's <c>jti</c>: a proof serves no other.</param>
    public static string Make(SigningKey key, string clientId, string requestId) => SignedToken.Sign(Type, key, ClaimsJson.Write(new Claims(clientId, requestId)));

    /// <summary>Whether the proof stands for this key, partner and request.</summary>
    public static bool Stands(PartnerKey key, string clientId, string requestId, string? proof) =>
        proof is not null && PartnerSignature.SignerOf(proof, Type, [key], MaxBytes) is not null
        && ClaimsJson.Read<Claims>(SignedToken.ReadUnverified(proof, MaxBytes)) == new Claims(clientId, requestId);

    private sealed record Claims(string ClientId, string Request);
}
