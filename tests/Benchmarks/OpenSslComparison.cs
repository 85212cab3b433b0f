using System.Globalization;
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
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var openssl = OpenSsl.VerificationsPerSecond();
            var ours = Verify(tokens, passes.Terms);
            ratios.Add(ours / openssl);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: openssl {openssl:F0}/s, {(card ? "card" : "API")} rendition {ours:F0}/s of CPU, ratio {ours / openssl:F3}"));
        }

        ratios.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"median ratio {ratios[Rounds / 2]:F3} (spread {ratios[0]:F3}–{ratios[^1]:F3}); goal for the API rendition 0.85"));
        return 0;
    }

    private static double Verify(byte[][] tokens, PassVerificationTerms terms)
    {
        var before = Environment.CpuUsage.TotalTime;
        foreach (var token in tokens)
            if (!PassVerifier.Verify(token, terms).IsSound)
                throw new InvalidOperationException("A good pass was rejected.");

        return tokens.Length / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
