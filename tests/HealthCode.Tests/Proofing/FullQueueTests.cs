using System.Net;
using HealthBao.HealthCode.Proofing;

namespace HealthBao.HealthCode.Tests.Proofing;

public sealed class FullQueueTests
{
    [Fact]
    public async Task When_too_many_wait_the_answer_says_how_long_and_costs_no_attempt()
    {
        await using var system = await RunningHealthCode.StartAsync(settings: [("Proofing:Workers", "1"), ("Proofing:Waiting", "3"), ("Proofing:AttemptsPerPerson", "1")]);
        var desk = new ProofingDesk(system);
        await desk.EnrolAsync(MadeUp.Zhang);
        var proofing = await desk.BeginAsync(MadeUp.Zhang);
        var places = Enumerable.Range(0, 4).Select(_ => system.Service<FaceQueue>().Take()!).ToList();
        using (var refused = await desk.SendAsync(proofing, ProofingDesk.Frames(proofing, ProofingDesk.Face)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(2), refused.Headers.RetryAfter!.Delta);
            Assert.Contains("about 2 seconds", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var place in places) place.Dispose();
        Assert.Equal("match", (await desk.DoAsync(proofing)).GetProperty("outcome").GetString());
    }
}
