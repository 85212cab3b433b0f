using HealthBao.Contracts.Status;

namespace HealthBao.HealthCode.Determination;

/// <summary>A row of the table of rules.</summary>
/// <param name="Id">For example <c>central-listed</c>.</param>
/// <param name="Status">What follows.</param>
/// <param name="Native">健康宝's own code for it.</param>
/// <param name="Says">The rule as a sentence.</param>
/// <param name="Applies">Whether it applies.</param>
/// <param name="Ground">What it then rests on.</param>
/// <param name="Reason">A code of the closed list.</param>
internal sealed record Rule(
    string Id, HealthStatus Status, string Native, Words Says, Func<Facts, bool> Applies, Func<Facts, Ground?> Ground, Func<Facts, string?> Reason)
{
    public override string ToString() => Id;
}
