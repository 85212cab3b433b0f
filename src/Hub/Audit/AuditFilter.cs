using System.Text;
using System.Text.Json;

namespace HealthBao.Hub.Audit;

/// <summary>
/// What a reader asks for. Lines are compared as bytes: a member stands in a line in exactly one form, and no value can hold it, since
/// quotation marks inside values are escaped.
/// </summary>
internal sealed class AuditFilter
{
    /// <summary>The members that may be asked for, by the name of the query parameter.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["kind", "by", "id", "issuer", "pass", "region", "destination", "scene", "status", "verdict", "reason", "policy", "map", "subject", "outcome"];

    private readonly List<byte[]> needles = [];

    public void Require(string member, string value)
    {
        var text = JsonSerializer.Serialize(value, AuditLine.Texts);
        needles.Add(Encoding.UTF8.GetBytes($"\"{member}\":{text}"));
    }

    public bool Fits(ReadOnlySpan<byte> line)
    {
        foreach (var needle in needles)
            if (line.IndexOf(needle) < 0) return false;

        return true;
    }
}
