using System.ComponentModel.DataAnnotations;

namespace HealthBao.Hub.FrontDoor;

/// <summary>How much the hub takes on at once, section <c>Capacity</c>. What is above is answered 503 with <c>Retry-After</c>.</summary>
public sealed class CapacityOptions
{
    /// <summary>Calls under way at once.</summary>
    [Range(1, 100_000)] public int Calls { get; set; } = 512;

    /// <summary>Calls that wait for their turn, the first come first.</summary>
    [Range(0, 1_000_000)] public int Waiting { get; set; } = 2048;

    /// <summary>Open connections.</summary>
    [Range(1, 1_000_000)] public int Connections { get; set; } = 20_000;
}
