using System.Text;
using HealthBao.Contracts.Tests.Vectors;
using HealthBao.Fuzz.Targets;
using HealthBao.Hostile;

namespace HealthBao.Contracts.Tests.Fuzz;

/// <summary>What the fuzzer has found so far, through the same targets and without a fuzzer.</summary>
public sealed class FuzzCorpusTests
{
    private const int MaxCorpusBytes = 1_500_000;

    private static readonly string Folder = Path.Combine(VectorFiles.Folder, "..", "Fuzz", "corpus");

    public static TheoryData<string> Targets() => new(FuzzTargets.All.Keys);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_invariant_holds_for_all_that_was_kept(string name)
    {
        var target = FuzzTargets.All[name];
        var files = Directory.GetFiles(Path.Combine(Folder, name));
        Assert.NotEmpty(files);
        foreach (var (what, bytes) in target.Seeds().Select(s => (s.Name, s.Bytes)).Concat(files.Select(f => (Path.GetFileName(f), File.ReadAllBytes(f)))))
            if (Record.Exception(() => target.Run(bytes)) is { } broken) Assert.Fail($"{name}/{what}: {broken}");
    }

    [Fact]
    public void A_broken_invariant_is_an_exception()
    {
        Assert.Throws<BrokenInvariantException>(() => BrokenInvariantException.Unless(false, "made up"));
        Assert.Throws<BrokenInvariantException>(() => FuzzTargets.All["pass"].Run(Encoding.ASCII.GetBytes(HostileToken.Of(HostileRegion.Beijing, HostileRegion.Beijing.Statement))));
    }

    [Fact]
    public void What_is_kept_is_small_and_of_known_targets()
    {
        Assert.Equal(FuzzTargets.All.Keys.Order(StringComparer.Ordinal), Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));
        Assert.InRange(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), 1, MaxCorpusBytes);
    }
}
