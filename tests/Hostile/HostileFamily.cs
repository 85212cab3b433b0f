using HealthBao.Contracts.Pass;

namespace HealthBao.Hostile;

/// <summary>Passes that differ in one kind of thing, beside what they differ from.</summary>
/// <param name="Name">What differs.</param>
/// <param name="Controls">Sound passes, made the same way without a defect: if these were not admitted, the others would prove nothing.</param>
/// <param name="Passes">Passes with one defect each.</param>
internal sealed record HostileFamily(string Name, IReadOnlyList<string> Controls, IEnumerable<HostilePass> Passes)
{
    /// <summary>A family in which every defect has the same answer.</summary>
    public static HostileFamily Of(string name, PassRejection rejection, IReadOnlyList<string> controls, IEnumerable<(string Name, string Text)> passes) =>
        new(name, controls, passes.Select(p => new HostilePass(p.Name, p.Text, rejection)));
}
