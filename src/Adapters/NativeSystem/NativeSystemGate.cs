using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HealthBao.Adapters.Calls;
using HealthBao.Adapters.Problems;
using HealthBao.Adapters.Settings;
using HealthBao.Contracts.Problems;
using Microsoft.Extensions.Options;

namespace HealthBao.Adapters.NativeSystem;

/// <summary>Lets the region's own system in: signature, clock, nonce. The body's digest is what was signed; whoever reads the body compares it.</summary>
internal sealed class NativeSystemGate(RegionFolder region, IOptions<NativeSystemOptions> options, TimeProvider clock, ILogger<NativeSystemGate> logger)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(60);
    private readonly SeenOnce seen = new(clock);

    /// <summary>Checks the headers of a call.</summary>
    /// <returns>The signed SHA-256 of the body in lower-case hexadecimal, or null when the call is refused.</returns>
    public string? Enter(HttpContext http)
    {
        var fault = Fault(http, out var sha256);
        if (fault is null) return sha256;
        logger.NativeCallRefused(region.Code, fault);
        return null;
    }

    public static IResult Refusal { get; } = Refusals.Of(ProblemType.Unauthorized, "The call must be signed by the region's own system (X-HealthBao-Signature).");

    public static bool IsDigest(ReadOnlySpan<byte> hash, string sha256) => Same(Convert.ToHexStringLower(hash), sha256);

    private string? Fault(HttpContext http, out string sha256)
    {
        sha256 = "";
        if (options.Value.Secret is not { } secret) return "no secret is configured";
        if (Header(http, NativeSystemCall.TimestampHeader) is not { } timestamp || Header(http, NativeSystemCall.NonceHeader) is not { Length: >= 16 and <= 64 } nonce
            || Header(http, NativeSystemCall.BodyHeader) is not { Length: 64 } body || Header(http, NativeSystemCall.SignatureHeader) is not { } signature) return "a header is missing";
        if (!Same(NativeSystemCall.Signature(secret, timestamp, nonce, http.Request.Method, http.Request.Path + http.Request.QueryString.Value, body), signature)) return "wrong signature";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !IsNow(seconds)) return "wrong time";
        if (!seen.First(nonce, clock.GetUtcNow() + (2 * Tolerance))) return "nonce used before";
        sha256 = body;
        return null;
    }

    private bool IsNow(long seconds) => Math.Abs((decimal)clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= (decimal)Tolerance.TotalSeconds;

    private static string? Header(HttpContext http, string name) => http.Request.Headers[name] is { Count: 1 } values ? values[0] : null;

    private static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));
}
