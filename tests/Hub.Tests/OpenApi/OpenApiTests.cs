using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Problems;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;
using HealthBao.Contracts.Verdicts;
using HealthBao.Hub.Audit;
using HealthBao.Hub.Recognition;
using Microsoft.AspNetCore.Routing;

namespace HealthBao.Hub.Tests.OpenApi;

public sealed partial class OpenApiTests : IAsyncLifetime
{
    private RunningHub hub = null!;
    private FakeRegion beijing = null!;
    private OpenApiDocument document = null!;

    public async Task InitializeAsync()
    {
        hub = await RunningHub.StartAsync();
        beijing = await FakeRegion.JoinAsync(hub, "110000");
        document = await OpenApiDocument.ReadAsync(hub);
    }

    public async Task DisposeAsync()
    {
        await beijing.DisposeAsync();
        await hub.DisposeAsync();
    }

    [Fact]
    public void The_calls_it_tells_of_are_those_that_are_served_and_all_of_them()
    {
        var served = hub.Service<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => !(e.RoutePattern.RawText ?? "").StartsWith("/docs/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} {Plain(e.RoutePattern.RawText!)}"));
        Assert.Equal(served.Distinct().Order(StringComparer.Ordinal), document.Calls.Select(c => $"{c.Method} {c.Path}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Its_closed_lists_are_those_of_the_code()
    {
        Assert.Equal(VerdictReasons.All.Select(r => r.Code).Order(StringComparer.Ordinal), document.EnumOf("Reason").Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Verdict>().Select(v => v.Code()).Order(StringComparer.Ordinal), document.EnumOf("Verdict").Order(StringComparer.Ordinal));
        Assert.Equal(HealthStatuses.All.Select(s => s.Code()).Order(StringComparer.Ordinal), document.EnumOf("Status").Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<DocumentType>().Select(t => t.Code()).Order(StringComparer.Ordinal), document.EnumOf("DocumentType").Order(StringComparer.Ordinal));
        Assert.Equal(Scene.All, document.EnumOf("Scene"));
        Assert.Equal(AuditKind.All.Order(StringComparer.Ordinal), document.EnumOf("AuditKind").Order(StringComparer.Ordinal));
        var scopes = document.Resolve("#/components/securitySchemes/partner/flows/clientCredentials/scopes").EnumerateObject().Select(s => s.Name);
        Assert.Equal(PartnerScopes.All.Order(StringComparer.Ordinal), scopes.Order(StringComparer.Ordinal));
        var problems = typeof(ProblemType).GetFields().Where(f => f.FieldType == typeof(ProblemType)).Select(f => ((ProblemType)f.GetValue(null)!).Uri);
        var told = document.Root.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties").GetProperty("type").GetProperty("enum").EnumerateArray().Select(v => v.GetString()!);
        Assert.Equal(problems.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_points_at_something_and_every_call_says_who_may_make_it()
    {
        Assert.Equal("3.1.0", document.Root.GetProperty("openapi").GetString());
        Assert.All(OpenApiDocument.References(document.Root).Distinct(), r => Assert.NotEqual(default, document.Resolve(r)));
        Assert.All(document.Calls, c => Assert.True(c.Call.TryGetProperty("security", out _), c.Path));
        var ids = document.Calls.Select(c => c.Call.GetProperty("operationId").GetString()).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_call_that_needs_a_scope_is_refused_without_one_and_no_other_is()
    {
        foreach (var (path, method, call) in document.Calls)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path, call));
            using var response = await hub.Http.SendAsync(request);
            Assert.True(((int)response.StatusCode == 401) == (call.GetProperty("security").GetArrayLength() > 0), $"{method} {path}: {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task Its_example_requests_are_accepted_by_the_running_hub_and_the_answers_are_as_told()
    {
        beijing.Adapter.AnswerQueries(() => new(HealthStatus.NotHeld, null, null, null));
        beijing.Adapter.OnPass = (http, _) => FakeAdapter.AnswerAsync(http, 200, """{"status":"not-held","guidance":{"zh":"无","en":"none"}}""");
        var examples = 0;
        foreach (var (path, method, call) in document.Calls.Where(c => c.Call.TryGetProperty("requestBody", out _)))
        {
            var (mediaType, content) = call.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(m => (m.Name, m.Value)).Single();
            if (!content.TryGetProperty("examples", out var told)) continue;
            foreach (var example in told.EnumerateObject())
            {
                var value = example.Value.GetProperty("value");
                using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path, call));
                request.Content = new StringContent(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText(), Encoding.UTF8, mediaType);
                if (call.GetProperty("security").GetArrayLength() > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(TestPartner.Gate));
                using var response = await hub.Http.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();
                Assert.True(response.IsSuccessStatusCode, $"{method} {path} {example.Name}: {(int)response.StatusCode} {answer}");
                if (!path.StartsWith("/regions/", StringComparison.Ordinal) && response.Content.Headers.ContentType?.MediaType == "application/json") AssertTold(method, path, response, answer);
                examples++;
            }
        }

        Assert.True(examples >= 8, $"{examples} examples");
    }

    [Fact]
    public async Task An_answer_holds_exactly_the_members_that_the_document_tells()
    {
        var told = document.Root.GetProperty("components").GetProperty("schemas").GetProperty("Verification").GetProperty("properties").EnumerateObject().Select(p => p.Name);
        var answer = await hub.VerifyAsync(beijing.Sign(beijing.Says()).Api);
        Assert.Equal(told.Order(StringComparer.Ordinal), answer.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_can_be_read_and_every_problem_is_as_the_document_tells()
    {
        await using var tianjin = await FakeRegion.JoinAsync(hub, "120000");
        (await tianjin.SuspendAsync(hub)).EnsureSuccessStatusCode();
        var late = new TestPartner("late-one", "110000", "verify");
        (await FakeRegion.PostJwtAsync(hub, "/v1/trust/partners", late.Request(hub.Clock.GetUtcNow()))).EnsureSuccessStatusCode();
        await hub.VerifyAsync(beijing.Sign(beijing.Says()).Api);
        var answers = new List<string>();
        foreach (var (path, method, call) in document.Calls.Where(c => c.Path != "/openapi/v1.json" && !c.Path.StartsWith("/regions/", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path, call));
            if (call.GetProperty("security").GetArrayLength() > 0) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await hub.TokenAsync(TestPartner.Operator));
            using var response = await hub.Http.SendAsync(request);
            if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true) continue;
            AssertTold(method, path, response, await response.Content.ReadAsStringAsync());
            answers.Add($"{(int)response.StatusCode} {method} {path}");
        }

        Assert.Contains("200 GET /v1/trust/partners", answers);
        Assert.Contains("200 GET /v1/trust/participants", answers);
        Assert.Contains("200 GET /v1/trust/policies", answers);
        Assert.Contains("200 GET /v1/audit", answers);
        Assert.Contains("200 GET /readyz", answers);
        Assert.Contains("200 POST /v1/trust/participants/{region}/suspension", answers);
        Assert.True(answers.Count(a => a.StartsWith('4')) > 10, string.Join('\n', answers));
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        using var page = await hub.Http.GetAsync("/docs");
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (var path in new[] { "/docs", "/docs/docs.js", "/docs/docs.css" })
        {
            var text = await hub.Http.GetStringAsync(path);
            Assert.DoesNotContain("://", text, StringComparison.Ordinal);
            Assert.DoesNotContain("innerHTML", text, StringComparison.Ordinal);
        }

        var html = await page.Content.ReadAsStringAsync();
        foreach (Match reference in Reference().Matches(html)) (await hub.Http.GetAsync(reference.Groups[1].Value)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    private void AssertTold(string method, string path, HttpResponseMessage response, string answer)
    {
        var call = document.Calls.Single(c => c.Path == path && c.Method == method).Call;
        var schema = document.SchemaOf(call, (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType);
        Assert.True(schema is not null, $"{method} {path} answers {(int)response.StatusCode} {response.Content.Headers.ContentType} and does not tell it");
        Assert.True(new ToldShape(document).Faults(schema.Value, JsonElement.Parse(answer)).FirstOrDefault() is var fault && fault is null, $"{method} {path}: {fault} in {answer}");
    }

    // /regions/110000/… stands for every region, and what a place may hold is told by a schema.
    private static string Plain(string route) => Constraint().Replace(route, "{$1}").Replace("/regions/110000/", "/regions/{region}/", StringComparison.Ordinal);

    private string Filled(string path, JsonElement call) => document.ParametersOf(call).Where(p => p.GetProperty("in").GetString() == "path")
        .Aggregate(path, (filled, p) => filled.Replace($"{{{p.GetProperty("name").GetString()}}}", p.GetProperty("example").GetString(), StringComparison.Ordinal));

    [GeneratedRegex(@"\{([a-zA-Z]+):[a-z]+(?:\([^/]*\))?\}")]
    private static partial Regex Constraint();

    [GeneratedRegex("(?:src|href)=\"(/[^\"]*)\"")]
    private static partial Regex Reference();
}
