using System.Net;
using HealthBao.Hub.Tests.Telemetry;

namespace HealthBao.Hub.Tests.FrontDoor;

public sealed class CapacityTests
{
    [Fact]
    public async Task Above_its_capacity_the_hub_says_so_and_health_stays_answered()
    {
        await using var hub = await RunningHub.StartAsync(settings: [("Capacity:Calls", "2"), ("Capacity:Waiting", "0")]);
        var token = await hub.TokenAsync(TestPartner.Gate);
        Assert.NotEmpty(token);
        var slow = Enumerable.Range(0, 2).Select(_ => new SlowBody()).ToArray();
        var held = slow.Select(body => hub.PostAsync("/v1/verifications", body, TestPartner.Gate)).ToArray();
        foreach (var body in slow) await body.Started;

        // Two are under way as soon as the server has seen them; from then on everybody else is told to come again.
        await Eventually.IsTrueAsync(async () =>
        {
            using var refused = await hub.Http.GetAsync("/v1/regions");
            return refused.StatusCode == HttpStatusCode.ServiceUnavailable && refused.Headers.RetryAfter is not null;
        });
        using var alive = await hub.Http.GetAsync("/livez");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.True((await Exposition.ReadAsync(hub)).Sum("healthbao_limit_refusals_total", ("healthbao_limit", "capacity")) > 0);

        foreach (var body in slow) body.Finish();
        foreach (var answer in await Task.WhenAll(held)) Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var after = await hub.Http.GetAsync("/v1/regions");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    /// <summary>A body whose end is held back.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowBody() => Headers.ContentType = new("application/json");

        public Task Started => started.Task;

        public void Finish() => end.TrySetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"pass\":\"nonsense\","u8.ToArray());
            await stream.FlushAsync();
            started.TrySetResult();
            await end.Task;
            await stream.WriteAsync("\"destination\":\"120000\"}"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
