namespace HealthBao.Contracts.Regions;

/// <summary>A row of GB/T 2260.</summary>
/// <param name="Code">The six digits.</param>
/// <param name="Name">The name in Chinese.</param>
/// <param name="Level"><c>province</c>, <c>prefecture</c> or <c>county</c>.</param>
/// <param name="Parent">The code above; none for a province.</param>
public sealed record Region(RegionCode Code, string Name, string Level, RegionCode? Parent);
