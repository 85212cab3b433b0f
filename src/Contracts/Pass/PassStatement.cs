using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Status;

namespace HealthBao.Contracts.Pass;

/// <summary>
/// What a pass says: this issuer states that this masked person has this status, known as of this instant, until 24:00.
/// Holds masked values only.
/// </summary>
public sealed record PassStatement
{
    /// <summary>The issuing region's identity (<c>iss</c>), an address that is never fetched.</summary>
    public required string Issuer { get; init; }

    /// <summary>From when the pass is valid (<c>nbf</c>), whole seconds.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until when (<c>exp</c>), whole seconds, at the latest 24:00 Asia/Shanghai of the day of <see cref="NotBefore"/>.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The place in the day's status list; with issuer and day it identifies the pass.</summary>
    public required int StatusIndex { get; init; }

    /// <summary>Who, masked.</summary>
    public required MaskedIdentity Person { get; init; }

    /// <summary>The shared status; never <see cref="HealthStatus.NotHeld"/>.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>The native code system's address; a city's system means city scope.</summary>
    public required string NativeSystem { get; init; }

    /// <summary>The native code.</summary>
    public required string NativeCode { get; init; }

    /// <summary>The instant of the source's data, whole seconds.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The office that assigned a yellow or red; null where the status needs none.</summary>
    public string? Authority { get; init; }

    /// <summary>The day the pass belongs to.</summary>
    public ShanghaiDay Day => ShanghaiDay.At(NotBefore);

    /// <summary>The identity of the day's status list, <c>{iss}/status/{yyyyMMdd}</c>. Never fetched.</summary>
    public string StatusListUri => StatusListUriOf(Issuer, Day);

    /// <summary>The identity of a day's status list.</summary>
    public static string StatusListUriOf(string issuer, ShanghaiDay day) => $"{issuer}/status/{day.Compact}";

    /// <summary>Whether a status needs the office that assigned it.</summary>
    public static bool NeedsAuthority(HealthStatus status) => status is HealthStatus.HomeObservation or HealthStatus.CentralObservation;
}
