using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.Queries;

/// <summary>How status queries are answered, section <c>Queries</c>.</summary>
public sealed class QueryOptions
{
    /// <summary>
    /// An answer leaves after this time, or a multiple of it, in milliseconds: it should lie above the time that the regions' own systems
    /// usually take. 0 for no floor.
    /// </summary>
    [Range(0, 10_000)] public int FloorMilliseconds { get; set; } = 1_000;

    /// <summary>Status queries under way at once; what is above is answered 503. They wait for the floor, and must not take every place from verifications.</summary>
    [Range(1, 100_000)] public int AtOnce { get; set; } = 256;
}
