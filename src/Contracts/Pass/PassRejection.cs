namespace HealthBao.Contracts.Pass;

/// <summary>Why a token is not a sound pass. Closed; the order is that of the checks.</summary>
public enum PassRejection
{
    /// <summary>Not rejected.</summary>
    None = 0,

    /// <summary><c>too-large</c>: longer than 4,096 bytes, inflates beyond 16 KiB, or nests deeper than 16.</summary>
    TooLarge,

    /// <summary><c>malformed</c>: not a pass by the strict rules; a payment code held up by mistake ends here.</summary>
    Malformed,

    /// <summary><c>unsupported-algorithm</c>: the header's <c>alg</c> is not the pinned one.</summary>
    UnsupportedAlgorithm,

    /// <summary><c>issuer-not-trusted</c>: <c>iss</c> is not in the trust list.</summary>
    IssuerNotTrusted,

    /// <summary><c>issuer-suspended</c>: the issuer is suspended.</summary>
    IssuerSuspended,

    /// <summary><c>unknown-key</c>: <c>kid</c> is not among that issuer's keys.</summary>
    UnknownKey,

    /// <summary><c>bad-signature</c>: the signature does not stand. The only rejection of the token itself that proves anything.</summary>
    BadSignature,

    /// <summary><c>not-conformant</c>: signed, but not as the profile says.</summary>
    NotConformant,

    /// <summary><c>not-yet-valid</c>: <c>nbf</c> lies more than 60 s ahead.</summary>
    NotYetValid,

    /// <summary><c>expired</c>: <c>exp</c> has come. There is no grace.</summary>
    Expired,

    /// <summary><c>superseded</c>: a newer status of this person exists.</summary>
    Superseded,

    /// <summary><c>suspended</c>: the issuer has taken this pass back.</summary>
    Suspended,

    /// <summary><c>status-unknown</c>: the status list is missing or older than the destination allows.</summary>
    StatusUnknown,

    /// <summary><c>holder-mismatch</c>: the document shown is not the pass's.</summary>
    HolderMismatch,
}
