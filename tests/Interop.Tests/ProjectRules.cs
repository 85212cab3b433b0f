using System.Xml.Linq;

namespace HealthBao.Interop.Tests;

/// <summary>The dependency rule of the house as a function of project names.</summary>
internal static class ProjectRules
{
    private const string SharedStandard = "Contracts";
    private const string CompositionRoot = "Sandbox";

    /// <summary>Whether one project may refer to another.</summary>
    public static bool Permits(string from, string to) => from switch
    {
        SharedStandard => false,
        CompositionRoot => to != CompositionRoot,
        "Adapters" or "HealthCode" or "Hub" or "Portal" or "Cli" => to == SharedStandard,
        _ => false,
    };

    /// <summary>The projects that a project file refers to, by name.</summary>
    public static IEnumerable<string> References(XElement project) =>
        Elements(project, "ProjectReference").Concat(Elements(project, "Reference"))
            .Select(r => ((string?)r.Attribute("Include") ?? "").Replace('\\', '/'))
            .Select(path => Path.GetFileNameWithoutExtension(path.Split(',')[0]))
            .Select(name => name.StartsWith("HealthBao.", StringComparison.Ordinal) ? name["HealthBao.".Length..] : name);

    /// <summary>Packages that a project file gives a version of its own.</summary>
    public static IEnumerable<string> PackagesWithVersion(XElement project) =>
        Elements(project, "PackageReference").Concat(Elements(project, "PackageVersion"))
            .Where(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null
                || p.Elements().Any(e => e.Name.LocalName is "Version" or "VersionOverride"))
            .Select(p => (string?)p.Attribute("Include") ?? (string?)p.Attribute("Update") ?? "?");

    private static IEnumerable<XElement> Elements(XElement project, string name) =>
        project.Descendants().Where(e => e.Name.LocalName == name);
}
