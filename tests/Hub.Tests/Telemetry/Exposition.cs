using System.Globalization;
using System.Text.RegularExpressions;

namespace HealthBao.Hub.Tests.Telemetry;

/// <summary>Metrics as a scraper reads them.</summary>
internal sealed partial record Exposition(string Text)
{
    public IEnumerable<(string Name, Dictionary<string, string> Labels, double Value)> Samples => Text.Split('\n')
        .Where(l => l.Length > 0 && !l.StartsWith('#')).Select(Sample);

    public static async Task<Exposition> ReadAsync(RunningHub hub) => new(await hub.Http.GetStringAsync("/metrics"));

    /// <summary>The sum of the samples of this name that carry all these labels.</summary>
    public double Sum(string name, params (string Label, string Value)[] labels) =>
        Samples.Where(s => s.Name == name && labels.All(l => s.Labels.GetValueOrDefault(l.Label) == l.Value)).Sum(s => s.Value);

    private static (string Name, Dictionary<string, string> Labels, double Value) Sample(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        return (match.Groups["name"].Value, Label().Matches(match.Groups["labels"].Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value),
            double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("^(?<name>[a-z_][a-z0-9_]*)(\\{(?<labels>.*)\\})? (?<value>[-+0-9.E]+)$")]
    private static partial Regex Line();

    [GeneratedRegex("([a-z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Label();
}
