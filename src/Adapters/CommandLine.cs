namespace HealthBao.Adapters;

/// <summary>What the process was started with: a region to serve, or a message and an exit code.</summary>
internal sealed record CommandLine(RegionFolder? Region, string? Message, int ExitCode)
{
    private const int UsageError = 2;

    public static CommandLine Read(string[] args, IConfiguration configuration, RegionCatalog catalog)
    {
        if (args.Any(a => a is "--help" or "-h" or "-?")) return new(null, Help(catalog), 0);
        var code = configuration["region"] ?? configuration["Adapter:Region"];
        if (catalog.Find(code) is { } region) return new(region, null, 0);
        return new(null, (code is null ? "No region was given." : "This region is not known.") + "\n" + Help(catalog), UsageError);
    }

    private static string Help(RegionCatalog catalog) =>
        $"""
        Usage: HealthBao.Adapters --region <code> [--urls <address>] [--Section:Key <value>]...
        Known regions:
        {string.Join('\n', catalog.Regions.Select(r => "  " + r))}
        Settings come from appsettings.json, the environment (Section__Key) and the command line:
        Adapter, Hub, Storage, Source, NativeSystem, Limits; Regions:<code> holds a region's own.
        """;
}
