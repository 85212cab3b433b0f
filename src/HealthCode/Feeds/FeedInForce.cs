using HealthBao.Contracts.Status;
using HealthBao.HealthCode.Storage;

namespace HealthBao.HealthCode.Feeds;

/// <summary>The file of a feed that is in force for a day and those after it.</summary>
/// <param name="Day">The file's.</param>
/// <param name="People">How many it says something of.</param>
/// <param name="At">When it was switched in.</param>
internal sealed record FeedInForce(string Feed, ShanghaiDay Day, long Generation, string File, long People, DateTimeOffset At, Snapshot Snapshot);
