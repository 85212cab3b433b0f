using BenchmarkDotNet.Running;
using HealthBao.Benchmarks;

return args is ["verify", "--against-openssl", ..]
    ? OpenSslComparison.Run(args[2..])
    : BenchmarkSwitcher.FromAssembly(typeof(Passes).Assembly).Run(args).Any() ? 0 : 1;
