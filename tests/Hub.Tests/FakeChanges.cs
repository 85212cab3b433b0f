using System.Collections.Concurrent;
using System.Threading.Channels;
using HealthBao.Contracts.Jose;
using HealthBao.Contracts.Revocation;
using Microsoft.AspNetCore.Http;

namespace HealthBao.Hub.Tests;

/// <summary>The adapter's stream of changes: tells what the test says, to whoever listens.</summary>
public sealed class FakeChanges(FakeRegion region)
{
    private readonly ConcurrentDictionary<Channel<string>, bool> listeners = new();

    public int Listeners => listeners.Count;

    /// <summary>Whether a new stream does not even tell the version.</summary>
    public bool IsMute { get; set; }

    public void Tell(StatusListDelta delta, SigningKey? key = null) => Tell(EventOf(delta, key ?? region.TodaysKey));

    public void Tell(string text)
    {
        foreach (var listener in listeners.Keys) listener.Writer.TryWrite(text);
    }

    /// <summary>Ends every stream; the hub listens anew.</summary>
    public void HangUp()
    {
        foreach (var listener in listeners.Keys) listener.Writer.TryComplete();
    }

    public async Task ServeAsync(HttpContext http, StatusListDelta first)
    {
        var events = Channel.CreateUnbounded<string>();
        http.Response.ContentType = "text/event-stream";
        listeners[events] = true;
        try
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (!IsMute) events.Writer.TryWrite(EventOf(first, region.TodaysKey));
            await foreach (var text in events.Reader.ReadAllAsync(http.RequestAborted))
            {
                await http.Response.WriteAsync(text, http.RequestAborted);
                await http.Response.Body.FlushAsync(http.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The hub went away.
        }
        finally
        {
            listeners.TryRemove(events, out _);
        }
    }

    private static string EventOf(StatusListDelta delta, SigningKey key) => $"id: {delta.To}\nevent: delta\ndata: {StatusListDeltaToken.Sign(delta, key)}\n\n";
}
