using System.Collections.Frozen;
using HealthBao.Contracts.Trust;
using HealthBao.Hub.Recognition;

namespace HealthBao.Hub.Trust;

/// <summary>Everything the hub knows of the register at one revision: immutable, replaced whole.</summary>
public sealed record TrustState
{
    /// <summary>The register's revision.</summary>
    public required long Revision { get; init; }

    /// <summary>The trust list, compiled for verification.</summary>
    public required TrustSnapshot Snapshot { get; init; }

    /// <summary>The trust list, signed by the trust anchor.</summary>
    public required string Token { get; init; }

    /// <summary>What the public list does not name: enrolment keys and private addresses, by region.</summary>
    public required FrozenDictionary<string, Enrolment> Enrolments { get; init; }

    /// <summary>Who may ask, by client id.</summary>
    public required FrozenDictionary<string, Partner> Partners { get; init; }

    /// <summary>Every destination's policies: those shipped and those approved since.</summary>
    public required PolicyBook Policies { get; init; }

    /// <summary>Why the register as it stands was not believed; then this holds what it lost as well, until the list ends.</summary>
    public TrustListFault Doubt { get; init; }

    /// <summary>The rows it was made of.</summary>
    public required RegisterContent Content { get; init; }

    public static TrustState Empty { get; } = new()
    {
        Revision = -1,
        Snapshot = TrustSnapshot.Empty,
        Token = "",
        Enrolments = FrozenDictionary<string, Enrolment>.Empty,
        Partners = FrozenDictionary<string, Partner>.Empty,
        Policies = new([]),
        Content = RegisterContent.Empty,
    };
}
