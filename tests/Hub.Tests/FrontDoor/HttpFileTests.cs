using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace HealthBao.Hub.Tests.FrontDoor;

/// <summary>docs/http/hub.http shows every call that the hub serves, and none that it does not.</summary>
public sealed partial class HttpFileTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.JoinAsync(hub, "110000");
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

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
        Assert.DoesNotContain(Shown(), r => !r.Path.StartsWith("/sandbox", StringComparison.Ordinal) && !served.Any(s => r.Method == s.Method && s.Path.IsMatch(r.Path)));
    }

    private IEnumerable<(string Method, Regex Path)> Served() => hub.Service<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        // The parts of a page are not calls.
        .Where(e => !e.RoutePattern.RawText!.StartsWith("/docs/", StringComparison.Ordinal))
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => (m, PathOf(e.RoutePattern.RawText!))));

    private static Regex PathOf(string pattern) => new($"^{string.Join("[^/]+", Place().Split(pattern).Select(Regex.Escape))}$");

    private static (string Method, string Path)[] Shown() =>
        [.. File.ReadLines(FileOf()).Select(l => Request().Match(l)).Where(m => m.Success).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    private static string FileOf()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "HealthBao.sln"))) directory = directory.Parent ?? throw new DirectoryNotFoundException("No HealthBao.sln above the tests.");
        return Path.Combine(directory.FullName, "docs", "http", "hub.http");
    }

    // A place may be bounded by a regular expression, which has doubled braces of its own.
    [GeneratedRegex(@"\{(?:[^{}]|\{\{|\}\})+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^(GET|POST) \{\{hub\}\}(/[^?]*)")]
    private static partial Regex Request();
}
