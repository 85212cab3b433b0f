using HealthBao.Fuzz.Targets;
using SharpFuzz;

if (args is not [var name, .. var rest] || !FuzzTargets.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine($"Usage: HealthBao.Fuzz <{string.Join('|', FuzzTargets.All.Keys)}> [--seeds <folder> | <file> …]");
    return 2;
}

if (rest is ["--seeds", var folder])
{
    Directory.CreateDirectory(folder);
    foreach (var (seed, bytes) in target.Seeds()) File.WriteAllBytes(Path.Combine(folder, seed), bytes);
    return 0;
}

if (rest.Length > 0)
{
    foreach (var file in rest) target.Run(File.ReadAllBytes(file));
    return 0;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    target.Run(bytes.ToArray());
});
return 0;
