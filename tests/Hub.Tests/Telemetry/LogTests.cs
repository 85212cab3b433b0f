
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
}
