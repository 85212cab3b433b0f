using System.Globalization;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Pass;

namespace HealthBao.Benchmarks;

/// <summary>
/// Tokens per CPU second of the batch path as a ratio to the verifications per CPU second of <c>openssl speed ecdsap256</c>,
/// the two in turn in one run, so that a drifting machine moves both.
/// </summary>
internal static class OpenSslComparison
{
    private const int Rounds = 5;
    private const int Count = 20_000;

    public static int Run(string[] options)
    {
        var card = options.Contains("--card");
        var passes = new Passes();
        var tokens = passes.Tokens(Count, card);
        Verify(tokens, passes.Terms);
        Bare(tokens, passes.Key);
        var (ratios, bare) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            // Before and after, for a clock that drifts meanwhile.
            var before = OpenSsl.VerificationsPerSecond();
            var (ours, platform) = (Verify(tokens, passes.Terms), Bare(tokens, passes.Key));
            var openssl = (before + OpenSsl.VerificationsPerSecond()) / 2;
            ratios.Add(ours / openssl);
            bare.Add(platform / openssl);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: openssl {openssl:F0}/s; of CPU: platform's bare signature check {platform:F0}/s, {(card ? "card" : "API")} rendition {ours:F0}/s, ratio {ours / openssl:F3}"));
        }

        ratios.Sort();
        bare.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median ratio {ratios[Rounds / 2]:F3} (spread {ratios[0]:F3}–{ratios[^1]:F3}); the platform's bare check {bare[Rounds / 2]:F3}; goal for the API rendition 0.85"));
        return 0;
    }

    private static double Verify(byte[][] tokens, PassVerificationTerms terms) => PerCpuSecond(tokens, token => PassVerifier.Verify(token, terms).IsSound);

    // What no verifier on this platform can beat: hash and signature alone, over the very same tokens.
    private static double Bare(byte[][] tokens, SigningKey signer)
    {
        var key = new VerificationKey(signer.Jwk);
        return PerCpuSecond(tokens, token =>
        {
            Span<byte> signature = stackalloc byte[64];
            return CompactJws.TrySplit(token, out var jws) && StrictBase64Url.TryDecode(jws.Signature, signature, out _) && key.Verify(jws.SigningInput, signature);
        });
    }

    private static double PerCpuSecond(byte[][] tokens, Predicate<byte[]> isSound)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var token in tokens)
            if (!isSound(token))
                throw new InvalidOperationException("A good pass was rejected.");

        return tokens.Length / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
