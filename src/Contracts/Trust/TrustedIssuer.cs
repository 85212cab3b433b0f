using System.Collections.Frozen;
using HealthBao.Contracts.Fhir;

namespace HealthBao.Contracts.Trust;

/// <summary>A participant of the trust list, compiled for verification.</summary>
public sealed class TrustedIssuer
{
    private readonly FrozenDictionary<string, TrustedKey> keys;
    private readonly FrozenSet<string> citySystems;

    internal TrustedIssuer(ListedParticipant listed, ConceptMap? map, IEnumerable<TrustedKey> keys)
    {
        (Listed, Map) = (listed, map);
        this.keys = keys.ToFrozenDictionary(k => k.Key.Kid, StringComparer.Ordinal);
        citySystems = listed.CityCodeSystems.Select(FhirSystems.Native).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>What the trust list says of it.</summary>
    public ListedParticipant Listed { get; }

    /// <summary>Its concept map, when held and the very one that the trust list names; else null.</summary>
    public ConceptMap? Map { get; }

    /// <summary>Whether its passes are refused for the time being.</summary>
    public bool IsSuspended => Listed.State != ParticipantState.Active;

    /// <summary>Its keys, without those that are suspended.</summary>
    public IEnumerable<TrustedKey> Keys => keys.Values;

    /// <summary>The texts that its passes repeat.</summary>
    internal IEnumerable<string> Texts =>
        (Map?.Translations.Keys ?? []).SelectMany(k => (IEnumerable<string>)[k.System, k.Code]).Concat(citySystems).Append(Listed.Issuer);

    /// <summary>The key of a <c>kid</c> among this issuer's, or null.</summary>
    public TrustedKey? FindKey(string kid) => keys.GetValueOrDefault(kid);

    /// <summary>Whether a native code system is one of its cities'.</summary>
    public bool IsCityScope(string nativeSystem) => citySystems.Contains(nativeSystem);
}
