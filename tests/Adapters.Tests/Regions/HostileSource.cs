using System.Text;
using HealthBao.Adapters.Enquiry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace HealthBao.Adapters.Tests.Regions;

/// <summary>Asks a region's adapter while its source misbehaves.</summary>
internal static class HostileSource
{
    public static FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2020, 3, 1, 9, 15, 0, TimeSpan.FromHours(8)));

    /// <summary>Never answers; the connection ends with the question.</summary>
    public static RequestDelegate Silent { get; } = http => Until(http.RequestAborted);

    /// <summary>Sends headers and the beginning of a body, and then nothing more.</summary>
    public static RequestDelegate StuckInTheBody { get; } = async http =>
    {
        await http.Response.WriteAsync("<");
        await http.Response.Body.FlushAsync();
        await Until(http.RequestAborted);
    };

    /// <summary>Promises 500 bytes, sends some and closes the connection.</summary>
    public static RequestDelegate ClosesHalfWay { get; } = async http =>
    {
        http.Response.ContentLength = 500;
        await http.Response.WriteAsync("{\"errcode\":\"0\",");
        await http.Response.Body.FlushAsync();
        http.Abort();
    };

    /// <summary>Ten megabytes without saying so beforehand.</summary>
    public static RequestDelegate TenMegabytes { get; } = async http =>
    {
        var block = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        for (var i = 0; i < 160 && !http.RequestAborted.IsCancellationRequested; i++) await http.Response.Body.WriteAsync(block);
    };

    /// <summary>More than a true answer, less than the connection's bound.</summary>
    public static RequestDelegate SixtyKilobytes { get; } = http => http.Response.WriteAsync(new string(' ', 60 * 1024));

    public static RequestDelegate Garbage { get; } = async http => await http.Response.Body.WriteAsync(new byte[] { 0x00, 0xFF, 0x13, 0x37, 0xC0 });

    public static RequestDelegate Redirect { get; } = http =>
    {
        http.Response.Redirect("http://127.0.0.1:9/elsewhere");
        return Task.CompletedTask;
    };

    public static RequestDelegate Text(string contentType, string text) => http =>
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(text);
    };

    public static async Task<EnquiryOutcome> AskAsync(string region, RequestDelegate answer, TimeSpan? timeout = null)
    {
        await using var source = await ScriptedSource.StartAsync(answer);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = timeout ?? TimeSpan.FromSeconds(100) };
        using var log = new RecordedLog();
        var adapter = new RegionFolder(region).Adapter(source.Address, http, Clock, log, "");
        return await adapter.AskByCodeAsync("any", CancellationToken.None);
    }

    private static async Task Until(CancellationToken aborted)
    {
        var ended = new TaskCompletionSource();
        await using var _ = aborted.Register(ended.SetResult);
        await ended.Task;
    }
}
