using HealthBao.Contracts.Jose;
using HealthBao.HealthCode.Calls;

namespace HealthBao.HealthCode.Sessions;

/// <summary>Sees to it that a call comes from the device it should come from (<see cref="DeviceProof"/>).</summary>
internal sealed class DeviceGate(TimeProvider clock)
{
    private const int CoordinateBytes = 32;
    private readonly SeenOnce seen = new(clock);

    /// <summary>Whether the call is the device's, for the first time. A node knows the numbers it has seen itself.</summary>
    public bool Lets(HttpContext http, EcJwk device, SessionToken? token)
    {
        var now = clock.GetUtcNow();
        var proof = http.Request.Headers[DeviceProof.Header] is [{ } header] ? header : null;
        return DeviceProof.Verify(proof, device, http.Request.Method, http.Request.Path.Value ?? "", token?.Reveal(), now) is { } number
            && seen.First($"{device.Thumbprint}|{number}", now + (2 * DeviceProof.Tolerance));
    }

    public static byte[] Write(EcJwk device) => [.. StrictBase64Url.Decode(device.X)!, .. StrictBase64Url.Decode(device.Y)!];

    public static EcJwk Read(ReadOnlySpan<byte> device) => new(StrictBase64Url.Encode(device[..CoordinateBytes]), StrictBase64Url.Encode(device[CoordinateBytes..]));
}
