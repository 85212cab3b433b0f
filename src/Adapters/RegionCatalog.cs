using System.Reflection;
using System.Text;
using HealthBao.Adapters.Enquiry;
using HealthBao.Contracts.Fhir;
using HealthBao.Contracts.Regions;

namespace HealthBao.Adapters;

/// <summary>The regions that lie in folders of some assemblies, found without any list of them.</summary>
public sealed class RegionCatalog
{
    private const string ParticipantFile = "/participant.json";

    private RegionCatalog(IReadOnlyList<RegionFolder> regions) => Regions = regions;

    /// <summary>All regions, ordered by code.</summary>
    public IReadOnlyList<RegionFolder> Regions { get; }

    /// <summary>Gathers each folder's embedded <c>participant.json</c>, <c>concept-map.json</c> and its one adapter type.</summary>
    /// <exception cref="InvalidOperationException">A folder is not complete, or two speak for one region; the message names it.</exception>
    public static RegionCatalog Of(params Assembly[] assemblies)
    {
        var regions = assemblies.SelectMany(Read).OrderBy(r => r.Code, StringComparer.Ordinal).ToArray();
        var twice = regions.GroupBy(r => r.Code).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? new(regions)
            : throw new InvalidOperationException($"Region {twice.Key} is spoken for by several folders: {string.Join(", ", twice.Select(r => r.Name))}.");
    }

    /// <summary>The region of a code, or null.</summary>
    public RegionFolder? Find(string? regionCode) => Regions.FirstOrDefault(r => r.Code == regionCode);

    private static IEnumerable<RegionFolder> Read(Assembly assembly) =>
        from resource in assembly.GetManifestResourceNames()
        let path = resource.Replace('\\', '/')
        where path.EndsWith(ParticipantFile, StringComparison.Ordinal)
        select ReadFolder(assembly, resource, path[..^ParticipantFile.Length]);

    private static RegionFolder ReadFolder(Assembly assembly, string resource, string folder)
    {
        try
        {
            var map = Text(assembly, resource.Replace("participant.json", "concept-map.json", StringComparison.Ordinal));
            return new(
                folder, Participant.Parse(Encoding.UTF8.GetBytes(Text(assembly, resource))), ConceptMap.Parse(Encoding.UTF8.GetBytes(map)), map, AdapterOf(assembly, folder));
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException($"Region folder {folder}: {e.Message}", e);
        }
    }

    private static Type AdapterOf(Assembly assembly, string folder)
    {
        var ending = "." + folder.Replace('/', '.');
        Type[] types = [.. assembly.GetTypes().Where(t =>
            t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IRegionAdapter)) && t.Namespace?.EndsWith(ending, StringComparison.Ordinal) == true)];
        return types.Length == 1
            ? types[0]
            : throw new InvalidOperationException($"Region folder {folder} must hold exactly one {nameof(IRegionAdapter)}; it holds {types.Length}.");
    }

    private static string Text(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Region folder lacks the embedded resource {resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
