using System.Net;

namespace HealthBao.Hub.Limits;

/// <summary>Counts calls per network address and minute. Beyond a bound of addresses all further ones share a count, so that memory is bounded.</summary>
internal sealed class AddressWindows(int quota, int addresses, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Dictionary<IPAddress, CallWindow> windows = [];
    private long began = clock.GetTimestamp();

    public WindowState Take(IPAddress? address) => WindowOf(address ?? IPAddress.None).Take(quota);

    private CallWindow WindowOf(IPAddress address)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(began) >= Minute) (windows, began) = ([], clock.GetTimestamp());
            if (windows.TryGetValue(address, out var window)) return window;
            if (windows.Count >= addresses) address = IPAddress.None;
            return windows.TryGetValue(address, out var shared) ? shared : windows[address] = new(Minute, clock);
        }
    }
}
