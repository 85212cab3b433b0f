namespace HealthBao.Sandbox.Composition;

/// <summary>What the command line says.</summary>
public sealed record SandboxOptions
{
    /// <summary>Shifts every port by this much.</summary>
    public int PortBase { get; init; }

    /// <summary>Made-up citizens beside the hand-written cast.</summary>
    public int People { get; init; } = 200;

    public string Data { get; init; } = "data/sandbox";

    /// <summary>Where the shared clock starts; null is the machine's time.</summary>
    public DateTimeOffset? Clock { get; init; }

    /// <summary>Every part as a process of its own.</summary>
    public bool Separate { get; init; }

    /// <summary>How long everything may take to be ready.</summary>
    public TimeSpan StartPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Usual limits for travellers and partners; without, the sandbox hardly limits anybody.</summary>
    public bool Limits { get; init; }

    /// <summary>The time after which a status query is answered, in milliseconds; the hub's own default when null.</summary>
    public int? FloorMilliseconds { get; init; }

    /// <summary>The storage of every part; sqlite under <see cref="Data"/> when null.</summary>
    public string? Postgres { get; init; }
}
