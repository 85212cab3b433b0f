namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>A status list that a vector holds.</summary>
/// <param name="States">The places that are not valid: 1 superseded, 2 suspended, 3 unused.</param>
internal sealed record VectorStatusList(string Issuer, string Day, string AsOf, int Places, Dictionary<string, int> States);
