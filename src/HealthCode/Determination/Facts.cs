using HealthBao.HealthCode.Determination.Observations;
using HealthBao.HealthCode.Feeds;

namespace HealthBao.HealthCode.Determination;

/// <summary>All that the rules look at, gathered for one person at one instant.</summary>
/// <param name="Now">The instant.</param>
/// <param name="Central">Central observation that is not released, or null.</param>
/// <param name="CentralDropped">Today's list of the CDC is here and names the person no more, without a release.</param>
/// <param name="Home">Home observation that is not over, or null.</param>
/// <param name="HomeDropped">The same of the communities' reports.</param>
/// <param name="HomeOver">A home observation that is over, or null.</param>
/// <param name="Registration">Null when not registered.</param>
/// <param name="Trip">Null when no trip is known.</param>
/// <param name="Late">The first feed whose file should be here and is not, or null.</param>
internal sealed record Facts(
    DateTimeOffset Now, Observation? Central, bool CentralDropped, Observation? Home, bool HomeDropped, Observation? HomeOver,
    Registered? Registration, TripFact? Trip, Feed? Late);
