using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using HealthBao.Contracts.Status;
using HealthBao.Contracts.Trust;

namespace HealthBao.Adapters.Tests.Revocation;

/// <summary>Listens to the adapter's changes as the hub does.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly RunningAdapter adapter;
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    private Listener(RunningAdapter adapter, HttpResponseMessage response, Stream stream) =>
        (this.adapter, this.response, events) = (adapter, response, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());

    public static async Task<Listener> StartAsync(RunningAdapter adapter)
    {
        var response = await AskAsync(adapter, adapter.HubKey);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(adapter, response, await response.Content.ReadAsStreamAsync());
    }

    public static Task<HttpResponseMessage> AskAsync(RunningAdapter adapter, SigningKey key)
    {
        const string path = "/status/20260301/changes";
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer", HubCall.Sign("https://hub.example", RunningAdapter.Region.Participant.Issuer, "GET " + path, [], key, adapter.Clock.GetUtcNow()));
        return adapter.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next delta, read as the hub reads it; null when the stream is over.</summary>
    public async Task<StatusListDelta?> NextAsync()
    {
        if (!await events.MoveNextAsync()) return null;
        var delta = StatusListDeltaToken.Read(events.Current.Data, adapter.Trust().FindRegion("990001")!, ShanghaiDay.At(RunningAdapter.Morning));
        Assert.NotNull(delta);
        Assert.Equal(("delta", delta.To.ToString()), (events.Current.EventType, events.Current.EventId));
        return delta;
    }

    public async ValueTask DisposeAsync()
    {
        await events.DisposeAsync();
        response.Dispose();
    }
}
