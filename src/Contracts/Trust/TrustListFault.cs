namespace HealthBao.Contracts.Trust;

/// <summary>Why a reader does not take a trust list. Closed; whatever it is, the list held before stays.</summary>
public enum TrustListFault
{
    /// <summary>None: the list was taken, or is the one held already.</summary>
    None = 0,

    /// <summary><c>too-large</c>: longer than <see cref="TrustListToken.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary><c>malformed</c>: not a compact JWS by the strict rules.</summary>
    Malformed,

    /// <summary><c>wrong-type</c>: its <c>typ</c> is not <c>trust-list+jwt</c>.</summary>
    WrongType,

    /// <summary><c>bad-signature</c>: not signed by the pinned trust anchor.</summary>
    BadSignature,

    /// <summary><c>not-conformant</c>: signed, but not a list: a member is missing, unknown or of a wrong form, or a key, issuer or region stands twice.</summary>
    NotConformant,

    /// <summary><c>from-the-future</c>: <c>iat</c> lies more than 60 s ahead.</summary>
    FromTheFuture,

    /// <summary><c>over</c>: <c>exp</c> has come, or lies more than 24 h after <c>iat</c>.</summary>
    Over,

    /// <summary><c>sequence-went-back</c>: older than the list held; somebody shows an old one.</summary>
    SequenceWentBack,

    /// <summary><c>emptied</c>: the list held names participants and this one names none.</summary>
    Emptied,

    /// <summary><c>participants-vanished</c>: more than a third of the participants are gone at once.</summary>
    ParticipantsVanished,

    /// <summary><c>keys-vanished</c>: more than a third of the keys in force are gone at once, without a word that they were suspended.</summary>
    KeysVanished,

    /// <summary><c>changed-hands</c>: a region has another issuer, or an issuer another region, or a key another participant, than in the list held.</summary>
    ChangedHands,

    /// <summary><c>key-reinstated</c>: a key that was suspended counts again; a key in doubt never does.</summary>
    KeyReinstated,
}
