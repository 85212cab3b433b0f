using HealthBao.Contracts.Identity;

namespace HealthBao.HealthCode.Enquiry;

/// <summary>Who it is, masked.</summary>
internal sealed record IdentityReply(string Name, string DocumentType, string DocumentNumber)
{
    public static IdentityReply Of(MaskedIdentity identity) => new(identity.Name.ToString(), identity.DocumentType.Code(), identity.DocumentNumber);
}
