using BenchmarkDotNet.Running;
using HealthBao.Benchmarks;

if (args is ["online", ..]) return await OnlineVerification.RunAsync(args[1..]);
if (args is ["audit"]) return await AuditReading.RunAsync();
if (args is ["healthcode", ..]) return await HealthCodeCommand.RunAsync(args[1..]);
if (args is ["face", ..]) return await FaceCommand.RunAsync(args[1..]);
if (args is ["query-times", ..]) return await QueryTimesCommand.RunAsync(args[1..]);
if (args is ["revocation", ..]) return await RevocationCommand.RunAsync(args[1..]);
return args is ["verify", "--against-openssl", ..]
    ? OpenSslComparison.Run(args[2..])
    : BenchmarkSwitcher.FromAssembly(typeof(Passes).Assembly).Run(args).Any() ? 0 : 1;
