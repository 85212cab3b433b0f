using BenchmarkDotNet.Attributes;
using HealthBao.Contracts.Pass;

namespace HealthBao.Benchmarks;

/// <summary>A pass in both renditions with the text of its QR code, and the picture apart.</summary>
[MemoryDiagnoser]
public class IssueBenchmarks
{
    private readonly Passes passes = new();
    private string text = "";
    private int index;

    [GlobalSetup]
    public void SetUp() => text = passes.Sign(1).Qr;

    [Benchmark(Baseline = true)]
    public int PassWithQrText()
    {
        var pass = passes.Sign(index++ & 0xFFFF);
        return pass.Api.Length + pass.Card.Length + pass.Qr.Length;
    }

    [Benchmark]
    public string QrPicture() => PassQrPicture.ToSvg(text);
}
