using HealthBao.HealthCode.People;

namespace HealthBao.HealthCode.Notices;

/// <summary>What somebody was told today.</summary>
/// <param name="Subject">What the person is called before others today.</param>
/// <param name="Native">The code told last.</param>
/// <param name="Rule">The rule it followed from.</param>
internal sealed record ToldRow(PersonRef Person, string Subject, string Native, string Rule)
{
    public override string ToString() => $"{Native} {Rule}";
}
