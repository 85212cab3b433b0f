using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace HealthBao.Hub.Tests.Telemetry;

public sealed class LogTests
{
    [Fact]
    public async Task With_every_level_on_no_line_and_no_scope_holds_a_name_number_code_or_ticket()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace")]);
        await using var beijing = await FakeRegion.JoinAsync(hub, "110000");
        await AllCalls.MakeAsync(hub, beijing);

        var lines = string.Join('\n', hub.Log.Lines);
        Assert.Contains("1101", lines, StringComparison.Ordinal);
        Assert.Contains("Debug ", lines, StringComparison.Ordinal);
        Assert.All(AllCalls.Secrets, secret => Assert.DoesNotContain(secret, lines, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_as_json_says_when_in_coordinated_time_and_holds_its_scopes()
    {
        await using var hub = await RunningHub.StartAsync(settings: ("Logging:Console:FormatterName", "json"));
        var options = hub.Service<IOptions<JsonConsoleFormatterOptions>>().Value;
        Assert.True(options is { UseUtcTimestamp: true, IncludeScopes: true });
        Assert.Equal("2026-03-01T01:00:00.000Z", hub.Clock.GetUtcNow().ToUniversalTime().ToString(options.TimestampFormat, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_trace_of_a_problem_is_found_in_the_lines_of_its_call()
    {
        await using var hub = await RunningHub.StartAsync();
        var problem = await Expect.ProblemAsync(await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants", "no.request.atall"), HttpStatusCode.BadRequest, "bad-request");
        Assert.Contains(hub.Log.Lines, l => l.Contains(" 1006 ", StringComparison.Ordinal) && l.Contains(Expect.Text(problem, "traceId")!, StringComparison.Ordinal));
    }
}
