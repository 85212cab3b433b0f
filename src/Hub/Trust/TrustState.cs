using System.Collections.Frozen;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Trust;

namespace HealthBao.Hub.Trust;

/// <summary>Everything the hub knows of the register at one revision: immutable, replaced whole.</summary>
/// <param name="Revision">The register's revision.</param>
/// <param name="Snapshot">The trust list, compiled for verification.</param>
/// <param name="Token">The trust list, signed by the trust anchor.</param>
/// <param name="Enrolments">What the public list does not name: enrolment keys and private addresses, by region.</param>
/// <param name="Partners">Who may ask, by client id.</param>
public sealed record TrustState(
    long Revision, TrustSnapshot Snapshot, string Token, FrozenDictionary<string, Enrolment> Enrolments, FrozenDictionary<string, Partner> Partners)
{
    public static TrustState Empty { get; } =
        new(-1, TrustSnapshot.Empty, "", FrozenDictionary<string, Enrolment>.Empty, FrozenDictionary<string, Partner>.Empty);
}
