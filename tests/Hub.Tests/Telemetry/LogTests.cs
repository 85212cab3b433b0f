using System.Net;

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
    public async Task The_trace_of_a_problem_is_found_in_the_lines_of_its_call()
    {
        await using var hub = await RunningHub.StartAsync();
        var problem = await Expect.ProblemAsync(await FakeRegion.PostJwtAsync(hub, "/v1/trust/participants", "no.request.atall"), HttpStatusCode.BadRequest, "bad-request");
        Assert.Contains(hub.Log.Lines, l => l.Contains(" 1006 ", StringComparison.Ordinal) && l.Contains(Expect.Text(problem, "traceId")!, StringComparison.Ordinal));
    }
}
