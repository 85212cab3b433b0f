using System.Text;
using BenchmarkDotNet.Attributes;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;
using HealthBao.Contracts.Trust;

namespace HealthBao.Benchmarks;

/// <summary>What is read before and beside the signature: base64url, strict JSON, and all the steps for an issuer that nobody trusts.</summary>
[MemoryDiagnoser]
public class StrictParseBenchmarks
{
    private readonly Passes passes = new();
    private byte[] claims = [], payload = [], decoded = [], stranger = [];
    private PassVerificationTerms strangers;

    [GlobalSetup]
    public void SetUp()
    {
        claims = PassClaims.Write(passes.Statement(1));
        stranger = Encoding.ASCII.GetBytes(passes.Sign(1).Api);
        payload = Encoding.ASCII.GetBytes(passes.Sign(1).Api.Split('.')[1]);
        decoded = new byte[claims.Length];
        strangers = passes.Terms with { Trust = TrustSnapshot.Empty };
    }

    [Benchmark(Baseline = true)]
    public bool Base64Url() => StrictBase64Url.TryDecode(payload, decoded, out _);

    [Benchmark]
    public JsonSoundness Json() => StrictJson.Judge(claims);

    [Benchmark]
    public PassRejection UntrustedIssuer() => PassVerifier.Verify(stranger, strangers).Rejection;
}
