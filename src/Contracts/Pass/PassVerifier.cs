using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// Verifies a pass in either rendition, in the order of the pass specification §5, steps 1–9. The clock is not consulted before
/// step 7. No exceptions, no I/O, no state.
/// </summary>
public static class PassVerifier
{
    /// <summary>The longest token, in bytes.</summary>
    public const int MaxTokenBytes = 4096;

    /// <summary>How far ahead <c>nbf</c> may lie.</summary>
    public static readonly TimeSpan MaxFuture = TimeSpan.FromSeconds(60);

    private const PassChecks Parsed = PassChecks.Size | PassChecks.Parse;
    private const PassChecks Trusted = Parsed | PassChecks.Algorithm | PassChecks.Issuer;
    private const PassChecks Signed = Trusted | PassChecks.Signature;

    /// <summary>Verifies a compact JWS; a QR's text is decoded by <see cref="ShcText"/> before.</summary>
    public static PassVerification Verify(ReadOnlySpan<byte> token, in PassVerificationTerms terms)
    {
        if (token.Length > MaxTokenBytes) return PassVerification.Rejected(PassRejection.TooLarge, PassChecks.None);
        if (!CompactJws.TrySplit(token, out var jws)) return PassVerification.Rejected(PassRejection.Malformed, PassChecks.Size);
        Span<byte> signature = stackalloc byte[PassPayload.SignatureBytes];
        using var claims = PassPayload.Open(jws, terms.Trust, signature);
        if (claims.Rejection != PassRejection.None) return PassVerification.Rejected(claims.Rejection, claims.Checked);
        var rejection = CheckIssuer(claims, terms.Trust, out var issuer, out var key);
        if (rejection != PassRejection.None) return PassVerification.Rejected(rejection, Parsed | PassChecks.Algorithm);
        if (!key!.Key.Verify(jws.SigningInput, claims.Signature)) return PassVerification.Rejected(PassRejection.BadSignature, Trusted);
        return CheckStatement(claims.Statement, issuer!, key, terms);
    }

    private static PassRejection CheckIssuer(in PassPayload claims, TrustSnapshot trust, out TrustedIssuer? issuer, out TrustedKey? key)
    {
        key = null;
        issuer = claims.Issuer is { } name ? trust.Find(name) : null;
        if (issuer is null) return PassRejection.IssuerNotTrusted;
        if (issuer.IsSuspended) return PassRejection.IssuerSuspended;
        key = issuer.FindKey(claims.Kid);
        return key is null ? PassRejection.UnknownKey : PassRejection.None;
    }

    private static PassVerification CheckStatement(PassStatement? statement, TrustedIssuer issuer, TrustedKey key, in PassVerificationTerms terms)
    {
        if (statement is null || statement.NotBefore < key.NotBefore || statement.Expires > key.Expires)
            return PassVerification.Rejected(PassRejection.NotConformant, Signed, issuer);
        const PassChecks conformant = Signed | PassChecks.Profile;
        if (statement.NotBefore > terms.Now + MaxFuture) return PassVerification.Rejected(PassRejection.NotYetValid, conformant, issuer, statement);
        if (statement.Expires <= terms.Now) return PassVerification.Rejected(PassRejection.Expired, conformant, issuer, statement);
        return CheckStatus(statement, issuer, terms, conformant | PassChecks.Time);
    }

    private static PassVerification CheckStatus(PassStatement statement, TrustedIssuer issuer, in PassVerificationTerms terms, PassChecks passed)
    {
        var list = terms.StatusLists.Find(statement.Issuer, statement.Day);
        var state = list is null || terms.Now - list.AsOf > terms.MaxStatusAge ? null : list.StateOf(statement.StatusIndex);
        var rejection = state switch
        {
            PassState.Valid => PassRejection.None,
            PassState.Superseded => PassRejection.Superseded,
            PassState.Suspended => PassRejection.Suspended,
            _ => PassRejection.StatusUnknown,
        };
        if (rejection != PassRejection.None) return PassVerification.Rejected(rejection, passed, issuer, statement, list?.AsOf);
        passed |= PassChecks.StatusList;
        if (terms.Holder is null) return PassVerification.Sound(passed, issuer, statement, list!.AsOf);
        return statement.Person.IsConsistentWith(terms.Holder)
            ? PassVerification.Sound(passed | PassChecks.Holder, issuer, statement, list!.AsOf)
            : PassVerification.Rejected(PassRejection.HolderMismatch, passed, issuer, statement, list!.AsOf);
    }
}
