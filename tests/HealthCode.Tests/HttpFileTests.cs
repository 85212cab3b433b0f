using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace HealthBao.HealthCode.Tests;

/// <summary>docs/http/healthcode.http shows every call that the system serves, and none that it does not.</summary>
public sealed partial class HttpFileTests : IAsyncLifetime
{
    private RunningHealthCode system = null!;

    public async Task InitializeAsync() => system = await RunningHealthCode.StartAsync();

    public async Task DisposeAsync() => await system.DisposeAsync();

    [Fact]
    public void Every_call_is_shown()
    {
        var shown = Shown();
        Assert.Empty(Served().Where(s => !shown.Any(r => r.Method == s.Method && s.Path.IsMatch(r.Path))).Select(s => $"{s.Method} {s.Path}"));
    }

    [Fact]
    public void What_is_shown_is_served()
    {
        var served = Served().ToArray();
        Assert.DoesNotContain(Shown(), r => !served.Any(s => r.Method == s.Method && s.Path.IsMatch(r.Path)));
    }

    private IEnumerable<(string Method, Regex Path)> Served() => system.Service<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (m, PathOf(e.RoutePattern.RawText!))));

    private static Regex PathOf(string pattern) => new($"^{string.Join("[^/]+", Place().Split(pattern).Select(Regex.Escape))}$");

    private static (string Method, string Path)[] Shown() =>
        [.. File.ReadLines(FileOf()).Select(l => Request().Match(l)).Where(m => m.Success).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    private static string FileOf()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "HealthBao.sln"))) directory = directory.Parent ?? throw new DirectoryNotFoundException("No HealthBao.sln above the tests.");
        return Path.Combine(directory.FullName, "docs", "http", "healthcode.http");
    }

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(GET|POST) \{\{healthcode\}\}(/[^?]*)")]
    private static partial Regex Request();
}
