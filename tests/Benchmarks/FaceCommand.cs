using System.CommandLine;
using HealthBao.Benchmarks.Faces;

namespace HealthBao.Benchmarks;

/// <summary><c>face FOLDER [--match-at D]</c>: the networks on a folder of photos.</summary>
internal static class FaceCommand
{
    public static Task<int> RunAsync(string[] args)
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Photos, JPEG or PNG." }.AcceptExistingOnly();
        var matchAt = new Option<float>("--match-at") { DefaultValueFactory = _ => 0.50f, Description = "Up to which distance two faces count as one person's." };
        var root = new RootCommand("Measures time and distances of faces.") { folder, matchAt };
        root.SetAction(parsed => FaceRun.Run(parsed.GetValue(folder)!.FullName, parsed.GetValue(matchAt)));
        return root.Parse(args).InvokeAsync();
    }
}
