using HealthBao.Adapters.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Joining;

/// <summary>The private address told to the hub: the configured one, else the first that the server listens on once it has started.</summary>
internal sealed class OwnAddress(IOptions<AdapterOptions> options, IServer server, IHostApplicationLifetime life)
{
    /// <summary>The address, or null where the server listens on none that others can use.</summary>
    public async Task<Uri?> GetAsync(CancellationToken cancellation)
    {
        if (options.Value.PublicAddress is { Length: > 0 } configured) return new(configured);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellation);
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return Uri.TryCreate(listening, UriKind.Absolute, out var address) ? address : null;
    }
}
