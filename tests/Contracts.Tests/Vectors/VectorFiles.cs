namespace HealthBao.Contracts.Tests.Vectors;

/// <summary>The files under <c>tests/Vectors</c>.</summary>
internal static class VectorFiles
{
    public static string Folder { get; } = Path.Combine(Root(), "tests", "Vectors");

    public static IEnumerable<string> All() =>
        Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static void Write(string name, string json)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "HealthBao.sln")))
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No HealthBao.sln above the tests.");
        return directory.FullName;
    }
}
