using System.Collections.Frozen;

namespace HealthBao.Hub.Recognition;

/// <summary>Every destination's policies, current and announced. Immutable.</summary>
public sealed class PolicyBook
{
    private readonly FrozenDictionary<string, RecognitionPolicy[]> byDestination;

    public PolicyBook(IEnumerable<RecognitionPolicy> policies)
    {
        byDestination = policies.GroupBy(p => p.Destination).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Version).ToArray());
        foreach (var (destination, versions) in byDestination)
            if (versions.DistinctBy(p => p.Version).Count() != versions.Length)
                throw new FormatException($"Two policies of {destination} have the same version.");
    }

    /// <summary>When a policy was last approved or withdrawn while the hub ran.</summary>
    public DateTimeOffset DecidedAt { get; private init; } = DateTimeOffset.UnixEpoch;

    public IEnumerable<RecognitionPolicy> All => byDestination.Values.SelectMany(p => p).OrderBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>The policy of a destination in force at an instant: the highest version that is effective.</summary>
    public RecognitionPolicy? InForce(string destination, DateTimeOffset now)
    {
        foreach (var policy in byDestination.GetValueOrDefault(destination, []))
            if (policy.IsEffective(now))
                return policy;

        return null;
    }

    /// <summary>The highest version of a destination; 0 where it has none.</summary>
    public int LastVersion(string destination) => byDestination.TryGetValue(destination, out var versions) ? versions[0].Version : 0;

    /// <summary>This book with policies that were approved since. Where one of the same version comes with the hub, the approved one counts.</summary>
    public PolicyBook With(IEnumerable<RecognitionPolicy> approved, DateTimeOffset decidedAt)
    {
        var added = approved.ToDictionary(p => p.Name);
        return new([.. All.Where(p => !added.ContainsKey(p.Name)), .. added.Values]) { DecidedAt = decidedAt };
    }

    /// <summary>The policies that come with the hub, and those of a directory where one is configured.</summary>
    public static PolicyBook Load(string? directory)
    {
        var assembly = typeof(PolicyBook).Assembly;
        var shipped = assembly.GetManifestResourceNames().Where(n => n.StartsWith("policies/", StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var buffer = new MemoryStream();
            stream.CopyTo(buffer);
            return PolicyJson.Read(buffer.ToArray(), name);
        });
        var added = directory is null ? [] : Directory.EnumerateFiles(directory, "*.json").Select(f => PolicyJson.Read(File.ReadAllBytes(f), f));
        return new([.. shipped, .. added]);
    }
}
