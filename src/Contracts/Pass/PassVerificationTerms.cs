using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Trust;

namespace HealthBao.Contracts.Pass;

/// <summary>What a token is verified against: immutable snapshots, an instant, and what the desk knows.</summary>
/// <param name="Trust">The trust list, compiled.</param>
/// <param name="StatusLists">The status lists held.</param>
/// <param name="Now">The verifier's instant.</param>
/// <param name="MaxStatusAge">How old a status list may be; the destination's policy says.</param>
/// <param name="Holder">The mask of the document shown at the desk, or null.</param>
public readonly record struct PassVerificationTerms(
    TrustSnapshot Trust, StatusListSet StatusLists, DateTimeOffset Now, TimeSpan MaxStatusAge, MaskedDocument? Holder = null);
