using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthBao.HealthCode.Calls;
using HealthBao.HealthCode.Settings;
using Microsoft.Extensions.Options;

namespace HealthBao.HealthCode.Notices;

/// <summary>
/// Delivers notices to the adapter in their order, each until it is taken: a notice is durable from the change on, and is told again after a
/// restart. What the adapter calls not as described is dropped with a line in the log; it would not be better the next time.
/// </summary>
internal sealed class NoticeDelivery(ToldToday told, IHttpClientFactory http, IOptions<NoticeOptions> options, TimeProvider clock, ILogger<NoticeDelivery> logger) : BackgroundService
{
    public const string Client = "adapter";

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim wake = new(0);
    private readonly SemaphoreSlim oneAtATime = new(1);

    public void Wake() => wake.Release();

    /// <summary>Delivers what waits.</summary>
    /// <returns>Whether nothing waits any more.</returns>
    public async Task<bool> DeliverAsync(CancellationToken cancellation)
    {
        if (options.Value is not { Adapter: { } adapter, Secret: { } secret }) return true;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            while (told.NextNotice() is { } notice)
            {
                var status = await SendAsync(adapter, secret, notice.Body, notice.Number, cancellation);
                if (status is 0 or 408 or 429 or >= 500 or 401) return false;
                if (status >= 400) logger.NoticeRefused(status);
                await told.RemoveNoticeAsync(notice.Number);
            }

            return true;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public override void Dispose()
    {
        wake.Dispose();
        oneAtATime.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Shortest;
        while (!stoppingToken.IsCancellationRequested)
        {
            var done = await TryAsync(stoppingToken);
            pause = done ? Shortest : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks));
            // By the machine's time: the shared clock may be set, and waiting is no matter of dates.
            await wake.WaitAsync(done ? Longest : pause, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(CancellationToken cancellation)
    {
        try
        {
            return await DeliverAsync(cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            logger.NoticeFailed(e.GetType().Name, e.StackTrace);
            return false;
        }
    }

    private async Task<int> SendAsync(string adapter, string secret, string body, int number, CancellationToken cancellation)
    {
        const string Path = "/v1/changes";
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, adapter.TrimEnd('/') + Path) { Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } } };
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var (name, value) in OfficeCall.Sign("", secret, HttpMethod.Post, Path, hash, clock.GetUtcNow()))
            if (name != OfficeCall.OfficeHeader)
                request.Headers.Add(name, value);
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{number}-{hash[..32]}"));
        try
        {
            using var response = await http.CreateClient(Client).SendAsync(request, cancellation);
            return (int)response.StatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return 0;
        }
    }
}
