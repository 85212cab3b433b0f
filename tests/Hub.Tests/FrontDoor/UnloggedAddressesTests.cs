using System.Net.Sockets;
using System.Text;

namespace HealthBao.Hub.Tests.FrontDoor;

public sealed class UnloggedAddressesTests
{
    private const string Number = "11010519491231002X";

    [Theory]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Routing.Matching.DfaMatcher")]
    public async Task No_level_makes_the_log_tell_an_address(string key)
    {
        await using var hub = await RunningHub.StartAsync(settings: [(key, "Trace"), ("Logging:LogLevel:Microsoft", "Trace")]);
        using var answered = await hub.Http.GetAsync($"/v1/nothing/{Number}?name={Number}");
        using var client = new TcpClient();
        await client.ConnectAsync(hub.Http.BaseAddress!.Host, hub.Http.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET /张三{Number} HTTP/1.1\r\nHost: hub\r\n{Number}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 400", await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        Assert.NotEmpty(hub.Log.Lines);
        Assert.DoesNotContain(hub.Log.Lines, l => l.Contains(Number, StringComparison.Ordinal));
    }
}
