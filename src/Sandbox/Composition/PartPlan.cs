namespace HealthBao.Sandbox.Composition;

/// <summary>One part of the sandbox: what it is, where it listens and how it is set. Plain data, so that it can also go to a process of its own.</summary>
/// <param name="Name"><c>hub</c>, <c>adapter-110000</c>, <c>source-beijing</c> …</param>
/// <param name="Kind"><c>hub</c>, <c>adapter</c> or <c>source</c>.</param>
/// <param name="Region">The region it belongs to; empty for the hub.</param>
/// <param name="Address">Its own loopback address.</param>
/// <param name="Settings">Configuration as keys and values.</param>
public sealed record PartPlan(string Name, string Kind, string Region, string Address, IReadOnlyDictionary<string, string?> Settings);
