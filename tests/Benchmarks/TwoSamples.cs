namespace HealthBao.Benchmarks;

/// <summary>Whether two samples may come from one distribution: p-values of two tests that assume nothing of its shape.</summary>
internal static class TwoSamples
{
    /// <summary>Mann and Whitney's U, two-sided, by the normal approximation with correction for ties: tells a shift.</summary>
    public static double MannWhitney(double[] a, double[] b)
    {
        var all = a.Select(v => (Value: v, IsA: true)).Concat(b.Select(v => (Value: v, IsA: false))).OrderBy(v => v.Value).ToArray();
        double ranks = 0, ties = 0;
        for (var from = 0; from < all.Length;)
        {
            var to = from;
            while (to < all.Length && all[to].Value == all[from].Value) to++;
            var size = (double)(to - from);
            ranks += all[from..to].Count(v => v.IsA) * ((from + 1 + to) / 2.0);
            ties += (size * size * size) - size;
            from = to;
        }

        double n = a.Length, m = b.Length, total = n + m;
        var u = ranks - (n * (n + 1) / 2);
        var deviation = Math.Sqrt(n * m / 12 * (total + 1 - (ties / (total * (total - 1)))));
        return deviation == 0 ? 1 : Math.Min(1, 2 * UpperTail(Math.Abs(u - (n * m / 2)) / deviation));
    }

    /// <summary>Kolmogorov and Smirnov's D, by its limit: tells any difference of shape. Ties make it careful, never bold.</summary>
    public static double KolmogorovSmirnov(double[] a, double[] b)
    {
        var (x, y) = (a.Order().ToArray(), b.Order().ToArray());
        var (i, j, distance) = (0, 0, 0.0);
        while (i < x.Length && j < y.Length)
        {
            var value = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] == value) i++;
            while (j < y.Length && y[j] == value) j++;
            distance = Math.Max(distance, Math.Abs(((double)i / x.Length) - ((double)j / y.Length)));
        }

        var size = Math.Sqrt((double)x.Length * y.Length / (x.Length + y.Length));
        return Kolmogorov((size + 0.12 + (0.11 / size)) * distance);
    }

    private static double Kolmogorov(double lambda)
    {
        if (lambda < 0.2) return 1;
        var sum = 0.0;
        for (var k = 1; k <= 100; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * lambda * lambda * k * k);
        return Math.Clamp(sum, 0, 1);
    }

    // Abramowitz and Stegun 26.2.17; good to 7.5e-8.
    private static double UpperTail(double z)
    {
        var t = 1 / (1 + (0.2316419 * z));
        var polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
    }
}
