namespace HealthBao.Interop.Tests;

/// <summary>Where the solution lies, and the files under it that are not built.</summary>
internal static class RepositoryRoot
{
    public static DirectoryInfo Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "HealthBao.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No HealthBao.sln above the tests.");
        return directory;
    }

    public static IEnumerable<FileInfo> Files(string folder, string pattern) =>
        new DirectoryInfo(Path.Combine(Find().FullName, folder)).EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Where(f => !f.FullName.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));
}
