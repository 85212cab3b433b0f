using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Status;

namespace HealthBao.Hub.Recognition;

/// <summary>How one destination recognises the others' passes: versioned data with validity dates, not code.</summary>
public sealed record RecognitionPolicy
{
    public required string Destination { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset EffectiveFrom { get; init; }

    public DateTimeOffset? EffectiveUntil { get; init; }

    public required RecognitionStyle Style { get; init; }

    /// <summary>The oldest status list that may decide, in minutes.</summary>
    public int MaxStatusAgeMinutes { get; init; } = 30;

    /// <summary>Provinces whose cities' codes count here without the province's word.</summary>
    public IReadOnlyList<string> CityScopeRecognisedFrom { get; init; } = [];

    public required IReadOnlyList<RecognitionRule> Rules { get; init; }

    /// <summary><c>120000/1</c>.</summary>
    public string Name => $"{Destination}/{Version}";

    public TimeSpan MaxStatusAge => TimeSpan.FromMinutes(MaxStatusAgeMinutes);

    public bool IsEffective(DateTimeOffset now) => EffectiveFrom <= now && (EffectiveUntil is null || now < EffectiveUntil);

    /// <summary>The row for a status of a region's person in a scene; <paramref name="native"/> is null where there is no pass.</summary>
    public RecognitionRule? RuleFor(HealthStatus status, string region, string scene, (string System, string Code)? native) =>
        Rules.FirstOrDefault(r => r.Status == status
            && (r.Scenes.Count == 0 || r.Scenes.Contains(scene))
            && (r.From.Count == 0 || r.From.Contains(region == Destination ? "own" : region))
            && (r.Native is null || (native is { } n && $"{n.System}#{n.Code}" == FhirSystems.NativePrefix + r.Native)));
}
