using System.Text.RegularExpressions;

namespace HealthBao.Interop.Tests;

/// <summary>SECURITY.md names the test that shows each mitigation, and each is there.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Find().FullName, "SECURITY.md"));

    [Fact]
    public void Every_test_that_is_named_is_there()
    {
        var named = Lines.SelectMany(l => Named().Matches(l)).Select(m => (Class: m.Groups[1].Value, Test: m.Groups[2].Value)).Distinct().ToArray();
        Assert.True(named.Length > 60, $"Only {named.Length} tests are named.");
        var sources = RepositoryRoot.Files("tests", "*.cs").ToLookup(f => Path.GetFileNameWithoutExtension(f.Name), f => File.ReadAllText(f.FullName));
        Assert.DoesNotContain(named, n => !sources[n.Class].Any(s => IsTest(s, n.Test)));
    }

    [Fact]
    public void Every_threat_names_a_test()
    {
        var threats = Lines.SkipWhile(l => l != "## Threats").TakeWhile(l => !l.StartsWith("## What nothing", StringComparison.Ordinal))
            .Where(l => l.StartsWith('|') && !l.StartsWith("| threat |", StringComparison.Ordinal) && !l.StartsWith("|---", StringComparison.Ordinal)).ToArray();
        Assert.True(threats.Length > 40, $"Only {threats.Length} threats are named.");
        Assert.DoesNotContain(threats, t => !Named().IsMatch(t));
    }

    // The method stands right behind an attribute that makes it a test.
    private static bool IsTest(string source, string name) =>
        Regex.IsMatch(source, $@"\[(Fact|Theory|SkippableFact|SkippableTheory)[^\]]*\]\s*(\[[^\r\n]*\]\s*)*public (async )?(void|Task) {name}\(");

    [GeneratedRegex(@"`([A-Z][A-Za-z0-9]+)\.([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex Named();
}
