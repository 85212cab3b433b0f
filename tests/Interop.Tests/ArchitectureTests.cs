using System.Xml.Linq;

namespace HealthBao.Interop.Tests;

public sealed class ArchitectureTests
{
    private const int LongestFile = 250;

    private static readonly string[] Rooms = ["Adapters", "HealthCode", "Hub", "Portal", "Cli"];

    [Fact]
    public void No_project_refers_to_another_but_by_the_rule_of_the_house()
    {
        var projects = RepositoryRoot.Files("src", "*.csproj").ToArray();
        Assert.Contains(projects, p => p.Name == "Contracts.csproj");
        var edges = projects.SelectMany(p => ProjectRules.References(XElement.Load(p.FullName))
            .Select(to => (From: Path.GetFileNameWithoutExtension(p.Name), To: to)));
        Assert.Empty(edges.Where(e => !ProjectRules.Permits(e.From, e.To)).Select(e => $"{e.From} → {e.To}"));
    }

    [Fact]
    public void The_rule_lets_every_room_refer_to_the_shared_standard_and_to_nothing_else()
    {
        foreach (var room in Rooms)
        {
            Assert.True(ProjectRules.Permits(room, "Contracts"));
            Assert.True(ProjectRules.Permits("Sandbox", room));
            Assert.False(ProjectRules.Permits("Contracts", room));
            Assert.False(ProjectRules.Permits(room, "Sandbox"));
            Assert.All(Rooms, other => Assert.False(ProjectRules.Permits(room, other)));
        }

        Assert.True(ProjectRules.Permits("Sandbox", "Contracts"));
        Assert.False(ProjectRules.Permits("Contracts", "Sandbox"));
        Assert.False(ProjectRules.Permits("Sandbox", "Sandbox"));
        Assert.False(ProjectRules.Permits("Shared", "Contracts"));
    }

    [Theory]
    [InlineData("<ProjectReference Include=\"../Adapters/Adapters.csproj\" />")]
    [InlineData("<ProjectReference Include=\"..\\Adapters\\Adapters.csproj\" />")]
    [InlineData("<ProjectReference Include=\"$(Root)src/Adapters/Adapters.csproj\" PrivateAssets=\"all\" />")]
    [InlineData("<Reference Include=\"HealthBao.Adapters, Version=0.1.0.0\" />")]
    public void A_forbidden_edge_is_seen_however_it_is_written(string reference)
    {
        var project = XElement.Parse($"<Project><ItemGroup>{reference}</ItemGroup></Project>");
        var to = Assert.Single(ProjectRules.References(project));
        Assert.False(ProjectRules.Permits("Hub", to));
        Assert.True(ProjectRules.Permits("Sandbox", to));
    }

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var sources = RepositoryRoot.Files("src", "*.cs").ToArray();
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources.Select(f => (f.Name, Lines: File.ReadLines(f.FullName).Count())), f => f.Lines > LongestFile);
    }

    [Fact]
    public void Package_versions_stand_in_one_file()
    {
        var projects = RepositoryRoot.Files("src", "*.csproj").Concat(RepositoryRoot.Files("tests", "*.csproj"));
        Assert.Empty(projects.SelectMany(p => ProjectRules.PackagesWithVersion(XElement.Load(p.FullName)).Select(name => $"{p.Name}: {name}")));
        Assert.Empty(RepositoryRoot.Files("src", "Directory.Packages.props").Concat(RepositoryRoot.Files("tests", "Directory.Packages.props")));
    }

    [Theory]
    [InlineData("<PackageReference Include=\"Npgsql\" Version=\"10.0.3\" />")]
    [InlineData("<PackageReference Include=\"Npgsql\" VersionOverride=\"10.0.3\" />")]
    [InlineData("<PackageReference Include=\"Npgsql\"><Version>10.0.3</Version></PackageReference>")]
    [InlineData("<PackageVersion Update=\"Npgsql\" Version=\"10.0.3\" />")]
    public void A_version_of_its_own_is_seen_however_it_is_written(string reference) =>
        Assert.Equal("Npgsql", Assert.Single(ProjectRules.PackagesWithVersion(XElement.Parse($"<Project><ItemGroup>{reference}</ItemGroup></Project>"))));

    [Fact]
    public void Packages_come_from_wherever_the_machine_gets_them() =>
        Assert.DoesNotContain(
            RepositoryRoot.Find().EnumerateFiles().Concat(RepositoryRoot.Files("src", "*")).Concat(RepositoryRoot.Files("tests", "*")),
            f => f.Name.Equals("NuGet.config", StringComparison.OrdinalIgnoreCase));
}
