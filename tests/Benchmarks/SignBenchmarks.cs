using BenchmarkDotNet.Attributes;
using HealthBao.Contracts.Pass;

namespace HealthBao.Benchmarks;

/// <summary>One signature over a pass, and the claims that go before it.</summary>
[MemoryDiagnoser]
public class SignBenchmarks
{
    private readonly Passes passes = new();
    private readonly byte[] signature = new byte[64];
    private byte[] input = [];

    [GlobalSetup]
    public void SetUp() => input = System.Text.Encoding.ASCII.GetBytes(passes.Sign(1).Api[..^87]);

    [Benchmark(Baseline = true)]
    public void Signature() => passes.Key.Sign(input, signature);

    [Benchmark]
    public byte[] Claims() => PassClaims.Write(passes.Statement(1));

    [Benchmark]
    public SignedPass BothRenditions() => passes.Sign(1);
}
