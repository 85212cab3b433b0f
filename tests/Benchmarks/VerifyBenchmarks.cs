using System.Text;
using BenchmarkDotNet.Attributes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Benchmarks;

/// <summary>A whole verification beside the bare signature check in it: the difference is what the order of the steps costs.</summary>
[MemoryDiagnoser]
public class VerifyBenchmarks
{
    private readonly Passes passes = new();
    private byte[] api = [], card = [], forged = [], signed = [], signature = [];
    private VerificationKey? key;

    [GlobalSetup]
    public void SetUp()
    {
        var pass = passes.Sign(1);
        (api, card) = (Encoding.ASCII.GetBytes(pass.Api), Encoding.ASCII.GetBytes(pass.Card));
        forged = Encoding.ASCII.GetBytes(pass.Api.Replace('.', ':'));
        var end = pass.Api.LastIndexOf('.');
        (signed, signature) = (api[..end], StrictBase64Url.Decode(pass.Api[(end + 1)..])!);
        key = new(passes.Key.Jwk);
    }

    [Benchmark(Baseline = true)]
    public bool SignatureAlone() => key!.Verify(signed, signature);

    [Benchmark]
    public bool ApiRendition() => PassVerifier.Verify(api, passes.Terms).IsSound;

    [Benchmark]
    public bool CardRendition() => PassVerifier.Verify(card, passes.Terms).IsSound;

    [Benchmark]
    public bool NoPassAtAll() => PassVerifier.Verify(forged, passes.Terms).IsSound;
}
