namespace HealthBao.Contracts.Trust;

/// <summary>The faults as codes.</summary>
public static class TrustListFaults
{
    /// <summary>The code, for example <c>sequence-went-back</c>.</summary>
    public static string Code(this TrustListFault fault) => fault switch
    {
        TrustListFault.None => "none",
        TrustListFault.TooLarge => "too-large",
        TrustListFault.Malformed => "malformed",
        TrustListFault.WrongType => "wrong-type",
        TrustListFault.BadSignature => "bad-signature",
        TrustListFault.NotConformant => "not-conformant",
        TrustListFault.FromTheFuture => "from-the-future",
        TrustListFault.Over => "over",
        TrustListFault.SequenceWentBack => "sequence-went-back",
        TrustListFault.Emptied => "emptied",
        TrustListFault.ParticipantsVanished => "participants-vanished",
        TrustListFault.KeysVanished => "keys-vanished",
        TrustListFault.ChangedHands => "changed-hands",
        TrustListFault.KeyReinstated => "key-reinstated",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
