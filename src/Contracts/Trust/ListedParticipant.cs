using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Trust;

/// <summary>A participant as the trust list publishes it.</summary>
public sealed record ListedParticipant
{
    /// <summary>The six-digit code.</summary>
    public required string Region { get; init; }

    /// <summary>The names people read.</summary>
    public required Words Names { get; init; }

    /// <summary>The issuer identity.</summary>
    public required string Issuer { get; init; }

    /// <summary>The public address of its adapter: the hub's <c>/regions/{code}</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Active or suspended.</summary>
    public required ParticipantState State { get; init; }

    /// <summary>What the content of its own QR begins with.</summary>
    public required IReadOnlyList<string> NativeCodePrefixes { get; init; }

    /// <summary>Its native code systems that have city scope.</summary>
    public required IReadOnlyList<string> CityCodeSystems { get; init; }

    /// <summary>Its day keys.</summary>
    public required IReadOnlyList<ListedKey> Keys { get; init; }

    /// <summary>The identity of its status lists without the day, <c>{issuer}/status/</c>.</summary>
    public required string StatusList { get; init; }

    /// <summary>The concept map in force.</summary>
    public required ListedConceptMap ConceptMap { get; init; }

    /// <summary>Whom people call, with the area code.</summary>
    public required string Telephone { get; init; }

    /// <summary>The operator's address.</summary>
    public required string Contact { get; init; }
}
