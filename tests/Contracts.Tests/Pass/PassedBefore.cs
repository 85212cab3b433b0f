using HealthBao.Contracts.Pass;

namespace HealthBao.Contracts.Tests.Pass;

/// <summary>The steps that were passed when a rejection is told, by the order of the pass specification §5.</summary>
internal static class PassedBefore
{
    public static PassChecks Of(PassRejection rejection) => rejection switch
    {
        PassRejection.TooLarge => PassChecks.None,
        PassRejection.Malformed => PassChecks.Size,
        PassRejection.UnsupportedAlgorithm => (PassChecks)0b11,
        PassRejection.IssuerNotTrusted or PassRejection.IssuerSuspended or PassRejection.UnknownKey => (PassChecks)0b111,
        PassRejection.BadSignature => (PassChecks)0b1111,
        PassRejection.NotConformant => (PassChecks)0b1_1111,
        PassRejection.NotYetValid or PassRejection.Expired => (PassChecks)0b11_1111,
        PassRejection.HolderMismatch => (PassChecks)0b1111_1111,
        _ => (PassChecks)0b111_1111,
    };
}
