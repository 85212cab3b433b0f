using System.Net;
using System.Net.Sockets;

namespace HealthBao.Sandbox.Composition;

/// <summary>Looks whether the sandbox's ports are free on loopback.</summary>
public static class FreePorts
{
    private const int Attempts = 200;

    /// <summary>A shift at which every port is free, chosen at random so that several sandboxes seldom meet.</summary>
    public static int FindShift()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var shift = Random.Shared.Next(2_000, 22_000);
            if (FirstTaken(shift) is null) return shift;
        }

        throw new InvalidOperationException("No free ports were found on loopback.");
    }

    /// <summary>The first port that is in use at a shift, or null.</summary>
    public static int? FirstTaken(int shift)
    {
        foreach (var port in SandboxPlan.Ports)
            if (!IsFree(port + shift))
                return port + shift;

        return null;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
