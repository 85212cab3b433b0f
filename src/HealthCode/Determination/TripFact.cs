using HealthBao.HealthCode.Feeds.Trips;

namespace HealthBao.HealthCode.Determination;

/// <summary>What is known of a person's trips of the last 14 days.</summary>
/// <param name="Check">How far the least verified of them is.</param>
/// <param name="IsLandPort">It came over a land port.</param>
/// <param name="File">The file, or <c>call</c>.</param>
/// <param name="Row">The line in the file, or the number of the call.</param>
internal sealed record TripFact(ulong Name, TripCheck Check, bool IsLandPort, DateTimeOffset At, string File, long Row);
