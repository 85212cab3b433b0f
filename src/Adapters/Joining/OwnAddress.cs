using HealthBao.Adapters.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.Joining;

/// <summary>The private address told to the hub: the configured one, else the first that the server listens on once it has started.</summary>
internal sealed class OwnAddress(IOptions<AdapterOptions> options, IServer server, IHostApplicationLifetime life)
{
    public async Task<Uri> GetAsync(CancellationToken cancellation)
    {
        if (options.Value.PublicAddress is { Length: > 0 } configured) return new(configured);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(cancellation);
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("Adapter:PublicAddress is missing, and the server listens on no address.");
        return new(listening);
    }
}
